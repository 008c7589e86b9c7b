package io.teal.app;

import io.teal.operate.Shop;
import io.teal.release.Color;
import io.teal.release.Strategy;
import io.teal.release.cutover.Night;
import io.teal.release.plan.Gating;
import io.teal.release.preflight.Rule;
import io.teal.release.step.Evidence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** What is refused, one example each: the tests and the page of refusals take them from here. */
final class Refusals {
    private static final Path FLAGS = Path.of("test", "src", "resources", "refusals", "flags.txt");
    private static final String ONE = "activeColor=blue blueVersion=1.0.0 greenVersion=none";
    private static final String STARTED = "activeColor=blue blueVersion=1.0.0 greenVersion=2.0.0";
    private static final String PROMOTED = "activeColor=green blueVersion=1.0.0 greenVersion=2.0.0";

    private static final List<Deploy> DEPLOYS = List.of(
            new Deploy(
                    Rule.RUNNING_COLOR_IS_NAMED,
                    "green has a fleet",
                    STARTED,
                    "activeColor=blue blueVersion=1.0.0",
                    shop -> {}),
            new Deploy(
                    Rule.PORTS_STAY,
                    "blue serves on one port, and the template has a second one",
                    ONE,
                    STARTED,
                    shop -> shop.ports = 2),
            new Deploy(
                    Rule.LIVE_IS_SETTLED,
                    "traffic was moved to blue by hand",
                    PROMOTED,
                    "activeColor=green blueVersion=none greenVersion=2.0.0",
                    shop -> shop.weights(100, 0)),
            new Deploy(
                    Rule.RETURNING_IS_ALLOWED,
                    "blue was active before green",
                    PROMOTED,
                    STARTED,
                    shop -> shop.promoted(Color.BLUE)),
            new Deploy(
                    Rule.CONTRACT_IS_NOT_PASSED,
                    "the schema was contracted when green was active",
                    PROMOTED + " contract=true",
                    STARTED + " allow=roll-back",
                    shop -> {}),
            new Deploy(
                    Rule.CONTRACT_IS_KEPT,
                    "the schema was contracted when green was active",
                    PROMOTED + " contract=true",
                    PROMOTED,
                    shop -> {}),
            new Deploy(
                    Rule.CONTRACT_IS_OF_WHAT_RUNS,
                    "green has no fleet yet",
                    ONE,
                    STARTED + " contract=true",
                    shop -> {}),
            new Deploy(
                    Rule.SERVING_COLOR_IS_LEFT_ALONE,
                    "blue serves",
                    ONE,
                    "activeColor=blue blueVersion=1.1.0 greenVersion=none",
                    shop -> {}),
            new Deploy(
                    Rule.RESTART_COMES_BEFORE_PROMOTE,
                    "green has a fleet without traffic",
                    STARTED,
                    "activeColor=green blueVersion=1.0.0 greenVersion=3.0.0",
                    shop -> {}),
            new Deploy(
                    Rule.FLEET_CAN_CARRY,
                    "blue serves with 2 hosts, and the template's maximum capacity is 1",
                    ONE,
                    STARTED,
                    shop -> shop.max = 1),
            new Deploy(
                    Rule.NIGHT_IS_FAR,
                    "a schedule takes all hosts away at 12:10, and it is 12:00",
                    STARTED,
                    PROMOTED,
                    shop -> shop.nights = List.of(new Night("Lunch", "10 12 * * *", "UTC"))),
            new Deploy(
                    Rule.EVIDENCE_CAN_COME,
                    "7200 requests in the last hour, canary:10%,5m",
                    STARTED,
                    PROMOTED,
                    Refusals::littleTraffic));

    private Refusals() {}

    /**
     * Flags that no app takes.
     *
     * @param flags the flags
     * @param field what the message names
     * @param value what else it names
     */
    record Flags(String flags, String field, String value) {}

    static List<Flags> flags() {
        try {
            return Files.readAllLines(FLAGS).stream()
                    .map(line -> line.split(" \\| "))
                    .map(parts -> new Flags(parts[0], parts[1], parts[2]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A deploy that Preflight refuses.
     *
     * @param rule by which rule
     * @param live what is live, in words
     * @param settled what the template says
     * @param asked what the deploy says
     * @param change what else is live
     */
    record Deploy(Rule rule, String live, String settled, String asked, Consumer<Shop> change) {
        Shop shop() {
            Shop shop = Shop.settled(settled);
            change.accept(shop);
            return shop;
        }
    }

    static List<Deploy> deploys() {
        return DEPLOYS;
    }

    private static void littleTraffic(Shop shop) {
        shop.strategy = new Strategy.Canary(10, Duration.ofMinutes(5));
        shop.gating = new Gating(Evidence.REQUIRED, 100);
    }
}
