package io.teal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.app.Golden;
import io.teal.operate.Shop;
import io.teal.release.cutover.CutoverMap;
import io.teal.release.port.Execution;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class HistoryCommandTest {
    private static final String ONE = "activeColor=blue blueVersion=1.0.0 greenVersion=none";
    private static final String TWO = "activeColor=green blueVersion=1.0.0 greenVersion=2.0.0";
    private static final String THREE = "activeColor=blue blueVersion=3.0.0 greenVersion=2.0.0";
    private static final Instant BEGAN = Instant.parse("2026-11-21T11:00:00Z");

    private final Line line = new Line();
    private final Shop shop = Shop.settled(TWO);
    private int minutes;

    private int history(String... options) {
        String[] words = new String[options.length + 2];
        words[0] = "history";
        words[1] = "shop";
        System.arraycopy(options, 0, words, 2, options.length);
        return line.run(Teal.commandLine(Shops.opener(shop)), words);
    }

    /** A run that took ten minutes. */
    private void run(String type, String direction, String from, String to, Map<String, Object> more) {
        Map<String, Object> event = new TreeMap<>(Map.of(
                "ResourceType", type,
                "ResourceProperties", CutoverMap.write(shop.properties(Shop.request(to))),
                "OldResourceProperties", CutoverMap.write(shop.properties(Shop.request(from)))));
        Map<String, Object> opened =
                new TreeMap<>(Map.of("direction", direction, "errands", List.of(), "data", Map.of()));
        Map<String, Object> output = new TreeMap<>(Map.of("event", event, "opened", opened, "succeeded", "true"));
        output.putAll(more);
        if (more.containsKey("refusal")) {
            opened.put("refusal", more.get("refusal"));
        }
        String name = type.replace("Custom::Teal", "").replace("Teal::", "").toLowerCase() + "-" + minutes;
        shop.aws.outputs.put("arn:" + name, output);
        add(name, "SUCCEEDED");
    }

    private void add(String name, String status) {
        Instant began = BEGAN.plusSeconds(minutes * 60L);
        minutes += 12;
        shop.aws.executions.add(
                0, new Execution("arn:" + name, name, status, began, Optional.of(began.plusSeconds(600))));
    }

    private void aLife() {
        run("Custom::TealPreflight", "FORWARD", ONE, TWO, Map.of());
        run("Custom::TealShift", "FORWARD", ONE, TWO, Map.of());
        run("Custom::TealPreflight", "FORWARD", TWO, THREE, Map.of());
        run(
                "Custom::TealShift",
                "FORWARD",
                TWO,
                THREE,
                Tickets.ended("ROLLED_BACK", "in ALARM: orders-blue-5xx (12.0)"));
        run("Custom::TealPreflight", "BACKWARD", THREE, TWO, Map.of());
        run("Custom::TealShift", "BACKWARD", THREE, TWO, Map.of());
        run(
                "Custom::TealPreflight",
                "FORWARD",
                TWO,
                ONE,
                Map.of("succeeded", "false", "refusal", "traffic would return", "explained", List.of("no", "why")));
        run("Teal::Guard", "IDLE", TWO, TWO, Map.of());
    }

    @Test
    void releasesAreListedNewestFirstInEightyColumns() {
        aLife();
        assertThat(history()).isZero();
        String printed = line.taken();
        assertThat(printed.lines()).allMatch(one -> one.length() <= Line.COLUMNS);
        Golden.check("golden/cli/history.txt", printed);
    }

    @Test
    void aLimitLeavesTheOldestOut() {
        aLife();
        assertThat(history("--limit", "1")).isZero();
        assertThat(line.taken()).contains("an alarm after the release").doesNotContain("2.0.0");
    }

    @Test
    void aRunThatDiedIsNamed() {
        run("Custom::TealPreflight", "FORWARD", ONE, TWO, Map.of());
        add("shift-12", "FAILED");
        assertThat(history()).isZero();
        assertThat(line.taken()).contains("STARTED", "run shift-12 is FAILED");
    }

    @Test
    void aServiceWithoutRecordsSaysSo() {
        assertThat(history()).isZero();
        assertThat(line.taken()).isEqualTo("orders: no release in the last 90 days\n");
        assertThat(history("--service", "web")).isEqualTo(ExitCode.BAD_INPUT.code());
    }
}
