package io.teal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.teal.app.Golden;
import io.teal.operate.Shop;
import io.teal.release.Color;
import io.teal.release.port.AwsException;
import io.teal.release.port.Execution;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StatusCommandTest {
    private static final String STANDBY = "activeColor=green blueVersion=1.0.0 greenVersion=2.0.0";

    /** What a state of the machine gave: the payload of a run that is at its seventh step. */
    private static final String PAYLOAD = """
            {"event": {}, "next": "wait", "seconds": 30, "at": "0",
             "opened": {"direction": "FORWARD", "home": "100/0", "data": {}, "errands": [
               {"kind": "SHIFT", "color": "GREEN", "home": "100/0"}]},
             "journal": {"schema": "1", "goingBack": "false", "step": "6", "since": "2026-11-21T11:58:20Z",
               "floor": "2", "at": "0/100", "why": ""}}
            """;

    private final Line line = new Line();

    private int status(Shop shop, String... options) {
        String[] words = new String[options.length + 2];
        words[0] = "status";
        words[1] = "shop";
        System.arraycopy(options, 0, words, 2, options.length);
        return line.run(Teal.commandLine(Shops.opener(shop)), words);
    }

    private static Shop updating() {
        Shop shop = Shop.settled(STANDBY).weights(0, 100).stack("UPDATE_IN_PROGRESS");
        shop.aws.executions.add(
                new Execution("arn:run", "shift-8f2c", "RUNNING", Instant.parse("2026-11-21T11:48:02Z")));
        shop.account.histories.put("arn:run", List.of("not a payload", PAYLOAD));
        return shop;
    }

    @Test
    void aGuardSaysWhatItWouldDoNow() {
        Shop guarded = Shop.settled(STANDBY).promoted(Color.BLUE).promoted(Color.GREEN);
        guarded.guard = Optional.of(Duration.ofHours(24));
        guarded.account.templates.put("shop", guarded.templateOf(STANDBY).toString());
        assertThat(status(guarded)).isZero();
        assertThat(line.taken()).contains("  guard: an alarm would change nothing: no promotion is watched\n");
    }

    @Test
    void eachStateIsPrintedInEightyColumns() {
        StringBuilder all = new StringBuilder();
        Shop settled = Shop.settled(STANDBY).promoted(Color.BLUE).promoted(Color.GREEN);
        assertThat(status(settled)).isZero();
        all.append("# settled\n").append(line.taken());
        settled.account.newest.put("lt-green", "2");
        assertThat(status(settled)).isZero();
        all.append("\n# a newer configuration waits\n").append(line.taken());
        assertThat(status(settled.weights(100, 0))).isEqualTo(1);
        all.append("\n# traffic was moved by hand\n").append(line.taken());
        assertThat(status(updating())).isEqualTo(1);
        all.append("\n# an update goes on\n").append(line.taken());
        assertThat(status(Shop.settled("activeColor=blue blueVersion=1.0.0 greenVersion=none")
                        .fleet(Color.BLUE, "1.0.0", 3, 1)))
                .isZero();
        all.append("\n# one colour, and not all of it is healthy\n").append(line.taken());
        assertThat(status(Shop.settled("activeColor=blue blueVersion=1.0.0-" + "x".repeat(58) + " greenVersion=none")))
                .isZero();
        all.append("\n# the longest version\n").append(line.taken());
        assertThat(all.toString().lines()).allMatch(printed -> printed.length() <= Line.COLUMNS);
        Golden.check("golden/cli/status.txt", all.toString());
    }

    @Test
    void jsonHasAStableSchema() throws IOException {
        assertThat(status(updating(), "--json")).isEqualTo(1);
        String text = line.taken();
        assertThat(text).hasLineCount(1);
        JsonNode tree = new ObjectMapper().readTree(text);
        assertThat(tree.path("schema").asInt()).isEqualTo(1);
        Golden.check("golden/cli/status.json", tree.toPrettyString() + "\n");
    }

    @Test
    void aRunThatGoesBackSaysWhy() {
        Shop shop = updating();
        shop.account.histories.put(
                "arn:run",
                List.of(PAYLOAD.replace(
                                "\"goingBack\": \"false\", \"step\": \"6\"", "\"goingBack\": \"true\", \"step\": \"0\"")
                        .replace("\"why\": \"\"", "\"why\": \"an alarm is in state ALARM\"")));
        assertThat(status(shop)).isEqualTo(1);
        assertThat(line.taken().replaceAll("\\s+", " "))
                .contains(
                        "shift to green, going back (an alarm is in state ALARM), step 1 of 1, return traffic since 11:58:20");
    }

    @Test
    void watchingShowsEachChangeOnceAndEndsWhenNothingGoesOn() {
        Shop shop = updating();
        int[] pauses = {0};
        shop.clock.whilePausing(() -> {
            pauses[0]++;
            if (pauses[0] == 3) {
                shop.aws.executions.clear();
            }
            if (pauses[0] == 5) {
                shop.stack("UPDATE_COMPLETE");
            }
        });
        assertThat(status(shop, "--watch")).isZero();
        assertThat(line.taken().lines().filter(printed -> printed.startsWith("stack shop")))
                .containsExactly(
                        "stack shop: UPDATE_IN_PROGRESS at 12:00:00 UTC",
                        "stack shop: UPDATE_IN_PROGRESS at 12:00:15 UTC",
                        "stack shop: UPDATE_COMPLETE at 12:00:25 UTC");
    }

    @Test
    void aReadingThatFailsWhileWatchingIsSaidAndTriedAgain() {
        Shop shop = updating();
        shop.clock.whilePausing(() -> {
            boolean failed = shop.account.broken.isPresent();
            shop.account.broken = failed
                    ? Optional.empty()
                    : Optional.of(new AwsException("Throttling", "DescribeStacks: Rate exceeded", null));
            if (failed) {
                shop.aws.executions.clear();
                shop.stack("UPDATE_COMPLETE");
            }
        });
        assertThat(status(shop, "--watch")).isZero();
        assertThat(line.err()).isEqualTo("teal: cannot be read now: DescribeStacks: Rate exceeded\n");
    }

    @Test
    void anErrorOfAwsIsOneLineAndAHint() {
        Shop shop = Shop.settled(STANDBY);
        shop.account.broken =
                Optional.of(new AwsException("ExpiredToken", "DescribeStacks shop: it expired\nmore", null));
        assertThat(status(shop)).isEqualTo(ExitCode.UNREACHABLE.code());
        assertThat(line.err()).isEqualTo("""
                teal: ExpiredToken: DescribeStacks shop: it expired
                hint: sign in again, as with aws sso login
                """);
    }

    private static Shop failed() {
        Shop shop = Shop.settled(STANDBY);
        ended(shop, "shift-1", "SUCCEEDED", record("Shift", "FORWARD", "true"));
        ended(shop, "preflight-2", "SUCCEEDED", record("Preflight", "FORWARD", "true"));
        Map<String, Object> shift = record("Shift", "FORWARD", "false");
        shift.put(
                "explained",
                List.of(
                        "green's hosts do not start, 0 of 2 hosts in service: no capacity",
                        "remove what Auto Scaling names",
                        "green's fleet: 0 of 2 hosts in service"));
        ended(shop, "shift-2", "SUCCEEDED", shift);
        ended(shop, "preflight-3", "SUCCEEDED", record("Preflight", "BACKWARD", "true"));
        return shop;
    }

    private static Map<String, Object> record(String type, String direction, String succeeded) {
        Map<String, Object> opened = Map.of("direction", direction, "errands", List.of(), "data", Map.of());
        return new TreeMap<>(Map.of(
                "event",
                Map.of("ResourceType", "Custom::Teal" + type),
                "opened",
                opened,
                "succeeded",
                succeeded,
                "why",
                "it went as it went"));
    }

    private static void ended(Shop shop, String name, String status, Map<String, Object> output) {
        shop.aws.executions.add(0, new Execution("arn:" + name, name, status, Instant.parse("2026-11-21T11:48:02Z")));
        shop.aws.outputs.put("arn:" + name, output);
    }

    @Test
    void theWholeReasonOfTheLastDeployIsShownWhenItsFleetIsGone() {
        Shop shop = failed();
        assertThat(status(shop)).isZero();
        Golden.check("golden/cli/status-failed.txt", line.taken());
        assertThat(status(shop, "--json")).isZero();
        assertThat(line.taken()).contains("\"failure\":{\"name\":\"shift-2\"", "0 of 2 hosts in service\"]");
    }

    @Test
    void aDeployThatPassedLaterEndsThat() {
        Shop shop = failed();
        ended(shop, "preflight-4", "SUCCEEDED", record("Preflight", "FORWARD", "true"));
        ended(shop, "install-4", "SUCCEEDED", record("Install", "FORWARD", "true"));
        assertThat(status(shop)).isZero();
        assertThat(line.taken()).doesNotContain("failed");
    }

    @Test
    void aRunThatWasStoppedIsNoFailureAndOneThatDiedIs() {
        Shop shop = failed();
        ended(shop, "shift-4", "ABORTED", null);
        status(shop);
        assertThat(line.taken()).contains("failed in run shift-2");
        ended(shop, "shift-5", "FAILED", null);
        status(shop);
        assertThat(line.taken().replaceAll("\\s+", " "))
                .contains("failed in run shift-5", "its execution is FAILED and has answered nothing");
    }

    @Test
    void aStackThatIsNotThereOrHasNoServiceIsRefused() {
        Shop shop = Shop.settled(STANDBY);
        shop.account.stacks.clear();
        assertThat(status(shop)).isEqualTo(ExitCode.BAD_INPUT.code());
        assertThat(line.err()).startsWith("teal: there is no stack shop in this account and region\nhint: ");
        shop.stack("UPDATE_COMPLETE").account.templates.put("shop", "{\"Resources\": {}}");
        assertThat(status(shop)).isEqualTo(ExitCode.BAD_INPUT.code());
        assertThat(line.err()).contains("teal: the stack shop has no service of Teal\n");
    }
}
