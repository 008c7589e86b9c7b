package io.teal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.app.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NextCommandTest {
    @TempDir
    Path folder;

    private final Line line = new Line();

    private Path file() throws IOException {
        Path file = folder.resolve("releases/default/web.properties");
        Files.createDirectories(file.getParent());
        return Files.exists(file)
                ? file
                : Files.writeString(file, "activeColor=blue\nblueVersion=1.0.0\ngreenVersion=none\n");
    }

    private String next(String arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of(("next " + arguments).split(" ")));
        words.add(file().toString());
        int exit = line.teal(words.toArray(String[]::new));
        assertThat(exit).as(line.err()).isZero();
        return "$ teal next " + arguments + "\n" + line.taken().replace(folder + "/", "") + "\n";
    }

    @Test
    void aLifeOfReleasesIsPrintedInEightyColumns() throws IOException {
        StringBuilder life = new StringBuilder();
        for (String move : new String[] {
            "2.0.0", "--retire", "--start 3.0.0", "--rest 10", "--rest 0", "3.0.0", "--back", "4.0.0", "4.0.0"
        }) {
            life.append(next(move));
        }
        assertThat(life.toString().lines()).allMatch(printed -> printed.length() <= Line.COLUMNS);
        Golden.check("golden/cli/next.txt", life.toString());
    }

    @ParameterizedTest(name = "teal next {0} is teal next {1}")
    @CsvSource({
        "start 2.0.0, --start 2.0.0",
        "promote 2.0.0, 2.0.0",
        "rest 10, --rest 10",
        "back, --back",
        "retire, --retire"
    })
    void aFirstWordSaysWhatAnOptionSays(String word, String option) throws IOException {
        String both = "activeColor=blue\nblueVersion=1.0.0\ngreenVersion=2.0.0-rc\n";
        Files.writeString(file(), both);
        String byWord = next(word).lines().skip(1).toList() + Files.readString(file());
        Files.writeString(file(), both);
        assertThat(next(option).lines().skip(1).toList() + Files.readString(file()))
                .isEqualTo(byWord);
    }

    @ParameterizedTest(name = "teal next {0}")
    @CsvSource(delimiter = '|', textBlock = """
            rest                | rest takes a PERCENT, 0 to 99
            rest much           | rest takes a PERCENT, 0 to 99
            2.0/0               | a version has 1 to 64 characters
            --back --retire     | --retire, --back, --contract and --rest each stand alone
            --start --retire    | --retire, --back, --contract and --rest each stand alone
            --rest 100          | cannot rest 100 percent: green runs nothing
            --rest much         | Invalid value for option '--rest'
            --contract          | green runs nothing, so there is no version that the schema must fit
            --retire --past-contract | --past-contract goes with --back
            --retire            | cannot retire: green runs nothing
            1.0.0               | blue is active and runs 1.0.0 already
            2.0.0 --by all-at-once | all-at-once is one deploy, not several
            2.0.0 --by quickly  | Invalid value for option '--by': a strategy is all-at-once, canary
            --retire --by canary:10%,2h | --by takes a VERSION, and a file or flags with -c
            2.0.0 -c activeColor=blue | -c goes with --by only
            2.0.0 --by canary:10%,2h -c activeColor=blue | --by takes a VERSION, and a file or flags with -c
            2.0.0 one.properties | one release file at a time, got one.properties
            """)
    void whatCannotBeIsRefusedInOneLineAndAHintAndTheFileStays(String arguments, String message) throws IOException {
        Path file = file();
        String before = Files.readString(file);
        int exit = line.teal(("next " + arguments + " " + file).split(" "));
        assertThat(exit).isEqualTo(ExitCode.BAD_INPUT.code());
        assertThat(line.err()).startsWith("teal: " + message).hasLineCount(2);
        assertThat(file).content().isEqualTo(before);
    }

    @Test
    void aStrategyTooLongForOneDeployIsPrintedAsCommands() throws IOException {
        String flags = "next 2.0.0 --by linear:25%,30m -c orders.activeColor=blue -c orders.blueVersion=1.0.0"
                + " -c orders.greenVersion=none";
        assertThat(line.teal(flags.split(" "))).as(line.err()).isZero();
        String printed = line.taken();
        assertThat(printed.lines()).allMatch(text -> text.length() <= Line.COLUMNS);
        Golden.check("golden/cli/next-by.txt", "$ teal " + flags + "\n" + printed);
    }

    @Test
    void aStrategyTooLongForOneDeployWritesNothing() throws IOException {
        String before = Files.readString(file());
        assertThat(next("2.0.0 --by canary:10%,2h")).contains("npx cdk deploy &&", "sleep 7200 &&");
        assertThat(file()).content().isEqualTo(before);
    }

    @Test
    void theCommandsOfASequenceOnAFileEndWithTheVersionActive() throws IOException {
        for (String command :
                next("2.0.0 --by linear:40%,1h").replace("\\\n ", "").lines().toList()) {
            if (command.startsWith("bin/teal next ")) {
                next(command.substring("bin/teal next ".length(), command.indexOf("releases/") - 1));
            }
        }
        assertThat(file()).content().contains("activeColor=green", "greenVersion=2.0.0", "strategy=all-at-once");
    }

    @Test
    void pastAContractThereIsNoWayBackUnlessItIsNamed() throws IOException {
        next("2.0.0");
        assertThat(next("--contract"))
                .contains("contract: unset -> true")
                .contains("says that the schema is about to stop fitting blue (1.0.0), and moves nothing")
                .contains("teal next --retire removes blue");
        assertThat(next("--rest 0")).contains("no change");
        assertThat(line.teal("next", "--back", file().toString())).isEqualTo(ExitCode.BAD_INPUT.code());
        assertThat(line.err()).startsWith("teal: the standby does not fit the schema any more");
        assertThat(next("--back --past-contract")).contains("contract: true -> unset", "allow: unset -> past-contract");
        assertThat(file())
                .content()
                .contains("activeColor=blue", "allow=past-contract")
                .doesNotContain("contract=true");
    }

    @Test
    void aContractEndsWithTheVersionThatItIsAbout() throws IOException {
        next("2.0.0");
        next("--contract");
        assertThat(next("--retire")).contains("contract: true -> unset");
        next("3.0.0");
        next("--contract");
        assertThat(next("4.0.0")).contains("contract: true -> unset");
    }

    @Test
    void aStrategyIsWrittenIntoTheFile() throws IOException {
        next("2.0.0 --strategy canary:10%,5m");
        assertThat(file()).content().contains("strategy=canary:10%,5m");
    }

    @Test
    void theOnlyFileNeedsNoNameAndNoPartOfTheCdkOrTheSdkIsLoaded() throws IOException, InterruptedException {
        file();
        Process process = Teals.start(folder, List.of("-verbose:class"), "next", "2.0.0")
                .redirectErrorStream(true)
                .start();
        String out = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(out).isZero();
        assertThat(out).contains("releases/default/web.properties").contains("io.teal.cli.NextCommand ");
        assertThat(out.lines().filter(loaded -> loaded.contains(" software.amazon.")))
                .isEmpty();
    }

    @Test
    void helpFitsEightyColumnsAndListsTheExitCodes() {
        assertThat(line.teal("next", "--help")).isZero();
        assertThat(line.taken().lines())
                .allMatch(printed -> printed.length() <= Line.COLUMNS)
                .anyMatch(printed -> printed.startsWith("   2  invalid arguments or target"));
    }

    @Test
    void aStrayWordIsNamed() {
        assertThat(line.teal("next", "2.0.0", "stray")).isEqualTo(2);
        assertThat(line.err()).contains("teal: 'stray' is neither an option nor a release file");
    }
}
