package io.teal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.teal.app.Golden;
import io.teal.release.port.Execution;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What status says of a release that goes on in a service with one fleet. */
class SingleFleetStatusTest {
    private final Line line = new Line();
    private final Tickets tickets = new Tickets();

    private int status(String... options) {
        String[] words = new String[options.length + 2];
        words[0] = "status";
        words[1] = "shop";
        System.arraycopy(options, 0, words, 2, options.length);
        return line.run(Teal.commandLine(Shops.opener(tickets.shop)), words);
    }

    private static String payload(Map<String, Object> properties) throws IOException {
        Map<String, Object> event =
                new TreeMap<>(Map.of("ResourceType", "Custom::TealInstall", "ResourceProperties", properties));
        return """
                {"event": %s, "at": "0", "opened": {"direction": "FORWARD", "data": {}, "errands": [
                  {"kind": "INSTALL", "color": "BLUE"}]},
                 "journal": {"schema": "1", "goingBack": "false", "step": "0", "since": "2026-11-21T11:58:20Z",
                   "floor": "2", "why": ""}}""".formatted(new ObjectMapper().writeValueAsString(event));
    }

    private Tickets installing() throws IOException {
        tickets.deployed(tickets.inPlace("2.0.0"), 5, 0).shop.stack("UPDATE_IN_PROGRESS");
        tickets.shop.aws.executions.add(0, new Execution("arn:run", "install-8f2c", "RUNNING", Tickets.BEGAN));
        tickets.shop.account.histories.put("arn:run", List.of("odd", payload(tickets.properties("2.0.0"))));
        return tickets;
    }

    @Test
    void eachStateIsPrintedInEightyColumns() throws IOException {
        StringBuilder all = new StringBuilder();
        tickets.deployed(tickets.rolling("2.0.0"), 10, 0);
        assertThat(status()).isZero();
        all.append("# a rolling service at rest\n").append(line.taken());
        tickets.deployed(tickets.rolling("2.0.0"), 10, 8)
                .refresh("InProgress", 0, 20, "Waiting for the checkpoint: 300 seconds.")
                .shop
                .stack("UPDATE_IN_PROGRESS");
        assertThat(status()).isEqualTo(ExitCode.NOT_SETTLED.code());
        all.append("\n# its hosts are replaced\n").append(line.taken());
        installing();
        assertThat(status()).isEqualTo(ExitCode.NOT_SETTLED.code());
        all.append("\n# a service in place installs\n").append(line.taken());
        tickets.shop.aws.executions.clear();
        tickets.shop.stack("UPDATE_ROLLBACK_COMPLETE");
        tickets.deployed(tickets.inPlace("1.0.0"), 10, 0)
                .installed("FORWARD", "1.0.0", "2.0.0", Tickets.ended("NOT_INSTALLED", "in ALARM: tickets-5xx (12.0)"))
                .installed("BACKWARD", "2.0.0", "1.0.0", Tickets.ended("INSTALLED", ""));
        assertThat(status()).isZero();
        all.append("\n# its last release went back\n").append(line.taken());
        assertThat(all.toString().lines()).allMatch(printed -> printed.length() <= Line.COLUMNS);
        Golden.check("golden/cli/status-one-fleet.txt", all.toString());
    }

    @Test
    void aReleaseThatWasInstalledLaterEndsTheFailure() {
        tickets.deployed(tickets.inPlace("2.0.0"), 10, 0)
                .installed("FORWARD", "1.0.0", "2.0.0", Tickets.ended("NOT_INSTALLED", "in ALARM: tickets-5xx (12.0)"))
                .installed("FORWARD", "1.0.0", "2.0.0", Tickets.ended("INSTALLED", ""));
        assertThat(status()).isZero();
        assertThat(line.taken()).doesNotContain("failed");
    }

    @Test
    void aRefreshOutsideOfADeployIsNotSettled() {
        tickets.deployed(tickets.rolling("2.0.0"), 10, 0).refresh("Pending", 0, 0, "");
        assertThat(status()).isEqualTo(ExitCode.NOT_SETTLED.code());
        assertThat(line.taken()).contains("  refresh r-0\n", "not settled: tickets: a refresh of hosts has not ended");
    }

    @Test
    void watchingWaitsForTheRefresh() {
        tickets.deployed(tickets.rolling("2.0.0"), 10, 0).refresh("Baking", 0, 100, "");
        tickets.shop.clock.whilePausing(() -> tickets.shop.account.refreshes.clear());
        assertThat(status("--watch")).isZero();
        assertThat(line.taken()).contains("Baking, 100 percent", "settled: template and live agree");
    }

    @Test
    void jsonHasRefreshAndRuns() throws IOException {
        tickets.deployed(tickets.rolling("2.0.0"), 10, 8).refresh("InProgress", 0, 20, "waiting");
        assertThat(status("--json")).isEqualTo(ExitCode.NOT_SETTLED.code());
        JsonNode fleet =
                new ObjectMapper().readTree(line.taken()).path("singleFleets").path(0);
        assertThat(fleet.path("refresh").toString())
                .isEqualTo(
                        "{\"id\":\"r-0\",\"status\":\"InProgress\",\"began\":\"2026-11-21T11:48:02Z\",\"percent\":20,"
                                + "\"left\":8,\"launchTemplateVersion\":\"8\",\"reason\":\"waiting\"}");
        assertThat(fleet.path("failure").isNull()).isTrue();
        installing();
        assertThat(status("--json")).isEqualTo(ExitCode.NOT_SETTLED.code());
        fleet = new ObjectMapper().readTree(line.taken()).path("singleFleets").path(0);
        assertThat(fleet.path("refresh").isNull()).isTrue();
        assertThat(fleet.path("installs").path(0).path("line").asText()).startsWith("install, step 1 of");
    }
}
