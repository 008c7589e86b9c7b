package io.teal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.app.Golden;
import io.teal.operate.Shop;
import io.teal.release.ReleaseSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code teal release} and {@code teal retire}; what they deploy is in {@code DeployChainTest}. */
class ReleaseCommandTest {
    private static final String FIRST = "activeColor=blue blueVersion=1.0.0 greenVersion=none";
    private static final String STANDBY = "activeColor=green blueVersion=1.0.0 greenVersion=2.0.0";

    private final Line line = new Line();

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void aReleaseFile() {
        file = folder.resolve("orders.properties");
    }

    private int teal(String words, String arguments) throws IOException {
        Files.writeString(file, words.replace(' ', '\n') + "\n");
        List<String> all = new ArrayList<>(List.of(arguments.split(" ")));
        all.addAll(List.of("--file", file.toString()));
        Shop shop = Shop.settled(words);
        shop.source = ReleaseSource.file("orders.properties");
        return line.run(Teal.commandLine(Shops.opener(shop.template(words))), all.toArray(String[]::new));
    }

    @Test
    void eachEndIsPrintedInEightyColumns() throws IOException {
        StringBuilder all = new StringBuilder();
        assertThat(teal(STANDBY, "release 2.0.0 shop")).isZero();
        all.append("# nothing is left to do\n").append(line.taken());
        assertThat(teal(FIRST, "release 2.0.0 shop --deploy false")).isEqualTo(ExitCode.WENT_BACK.code());
        all.append("\n# the deploy fails\n").append(line.taken());
        assertThat(teal(STANDBY, "retire shop --deploy false")).isEqualTo(ExitCode.WENT_BACK.code());
        all.append("\n# retire, the same\n").append(line.taken());
        assertThat(all.toString().lines()).allMatch(printed -> printed.length() <= Line.COLUMNS);
        Golden.check("golden/cli/release.txt", all.toString());
    }

    @Test
    void theCommandThatDeploysFindsTheFileWritten() throws IOException {
        Path seen = folder.resolve("seen");
        Files.writeString(folder.resolve("deploy"), "#!/bin/sh\ncp " + file + " " + seen + "; exit 1");
        teal(FIRST, "release 2.0.0 shop --deploy " + run(folder.resolve("deploy")));
        assertThat(Files.readString(seen)).contains("activeColor=green", "greenVersion=2.0.0");
        assertThat(Files.readString(file)).contains("activeColor=blue", "greenVersion=none");
    }

    /** One word, as the arguments of the tests are. */
    private static String run(Path script) {
        return script.toFile().setExecutable(true) ? script.toString() : "";
    }

    @Test
    void whatIsNoVersionAndWhatRunsAlreadyBesideACandidateIsRefused() throws IOException {
        assertThat(teal(FIRST, "release a,b shop")).isEqualTo(ExitCode.BAD_INPUT.code());
        assertThat(teal(FIRST, "release 1.0.0 shop")).isZero();
        assertThat(teal(STANDBY.replace("green blue", "blue blue") + " candidatePercent=10", "release 1.0.0 shop"))
                .isEqualTo(ExitCode.BAD_INPUT.code());
        assertThat(line.err()).contains("blue is active and runs 1.0.0 already");
    }
}
