package io.teal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.teal.app.Golden;
import io.teal.app.TemplatesOfTheApp;
import io.teal.release.port.AwsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What plan says of a deploy of a service with one fleet. */
class SingleFleetPlanTest {
    private static final String MANIFEST = """
            {"version": "54.0.0", "artifacts": {"shop": {"type": "aws:cloudformation:stack",
             "displayName": "shop", "properties": {"templateFile": "shop.template.json"}}}}
            """;

    @TempDir
    Path folder;

    private final Line line = new Line();
    private final Tickets tickets = new Tickets();

    private int plan(String next, String... options) throws IOException {
        Files.writeString(folder.resolve("manifest.json"), MANIFEST);
        Files.writeString(folder.resolve("shop.template.json"), next);
        List<String> words = new ArrayList<>(List.of("plan", "--cdk-out", folder.toString()));
        words.addAll(List.of(options));
        return line.run(Teal.commandLine(Shops.opener(tickets.shop)), words.toArray(String[]::new));
    }

    private String printed(String title, String next, ExitCode exit) throws IOException {
        assertThat(plan(next)).as(line.err()).isEqualTo(exit.code());
        return "# " + title + "\n" + line.taken() + "\n";
    }

    @Test
    void eachDeployIsPrintedInEightyColumns() throws IOException {
        tickets.deployed(tickets.rolling("1.0.0"), 10, 0);
        String all = printed("rolling", tickets.rolling("2.0.0"), ExitCode.ACCEPTED)
                + printed("nothing new", tickets.rolling("1.0.0"), ExitCode.ACCEPTED);
        tickets.refresh("InProgress", 0, 20, "");
        all += printed("a refresh goes on", tickets.rolling("2.0.0"), ExitCode.REFUSED);
        tickets.deployed(tickets.inPlace("1.0.0"), 10, 0);
        all += printed("in place", tickets.inPlace("2.0.0"), ExitCode.ACCEPTED)
                + printed("nothing new", tickets.inPlace("1.0.0"), ExitCode.ACCEPTED);
        tickets.shop.stack("UPDATE_IN_PROGRESS");
        all += printed("the stack is busy", tickets.inPlace("2.0.0"), ExitCode.REFUSED);
        tickets.shop.account.stacks.clear();
        all += printed("the first deploy", tickets.rolling("1.0.0"), ExitCode.ACCEPTED);
        assertThat(all.lines()).allMatch(printed -> printed.length() <= Line.COLUMNS);
        Golden.check("golden/cli/plan-one-fleet.txt", all);
    }

    @Test
    void aRefreshThatGoesOnDoesNotHinderADeployThatReplacesNoHost() throws IOException {
        tickets.deployed(tickets.rolling("1.0.0"), 10, 0).refresh("InProgress", 0, 20, "");
        assertThat(plan(tickets.rolling("1.0.0"))).isZero();
        assertThat(line.taken()).contains("no change");
    }

    @Test
    void oneHostAtATimeAndAConfigurationOfOnesOwnAreNamed() throws IOException {
        tickets.deployed(tickets.inPlace("1.0.0"), 10, 0);
        String half = "CodeDeployDefault.HalfAtATime";
        assertThat(plan(tickets.inPlace("2.0.0").replace(half, "CodeDeployDefault.OneAtATime")))
                .isZero();
        assertThat(line.taken()).contains("installs on the hosts, 1 at a time");
        assertThat(plan(tickets.inPlace("2.0.0").replace(half, "Careful"))).isZero();
        assertThat(line.taken()).contains("as many at a time as Careful says");
    }

    @Test
    void jsonHasTheSameFigures() throws IOException {
        tickets.deployed(tickets.rolling("1.0.0"), 10, 0);
        assertThat(plan(tickets.rolling("2.0.0"), "--json")).isZero();
        JsonNode fleet =
                new ObjectMapper().readTree(line.taken()).path("singleFleets").path(0);
        assertThat(fleet.toString())
                .isEqualTo("{\"service\":\"tickets\",\"inPlace\":false,\"accepted\":true,\"changes\":true,"
                        + "\"now\":\"1.0.0\",\"then\":\"2.0.0\",\"secondsAtLeast\":1560,\"secondsAtMost\":129600,"
                        + "\"hosts\":{\"now\":10,\"during\":15,\"after\":10}}");
        tickets.shop.account.stacks.clear();
        assertThat(plan(tickets.rolling("2.0.0"), "--json")).isZero();
        assertThat(line.taken()).contains("\"now\":null", "\"hosts\":null");
    }

    @Test
    void aCallThatFailsIsNamed() throws IOException {
        tickets.deployed(tickets.rolling("1.0.0"), 10, 0);
        tickets.shop.account.broken = Optional.of(new AwsException("AccessDenied", "DescribeStacks shop: no", null));
        assertThat(plan(tickets.rolling("2.0.0"))).isEqualTo(ExitCode.UNREACHABLE.code());
        assertThat(line.err()).hasLineCount(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rolling", "in-place"})
    void offlineTheReleaseBeforeIsTakenForLive(String app) throws IOException {
        Path before = TemplatesOfTheApp.assembly(app, "version=1.0.0");
        Path after = TemplatesOfTheApp.assembly(app, "version=2.0.0");
        int exit = line.run(
                Teal.commandLine((profile, region) -> {
                    throw new AssertionError("plan --offline asks nobody");
                }),
                "plan",
                "--offline",
                before.toString(),
                "--hosts",
                "4",
                "--cdk-out",
                after.toString());
        assertThat(exit).as(line.err()).isZero();
        assertThat(line.taken()).contains("  now   1.0.0 on 4 hosts", "  then  2.0.0", "hosts: 4 now");
    }
}
