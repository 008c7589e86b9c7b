package io.teal.rehearsal.run;

import static io.teal.rehearsal.run.ExampleRun.ONE;
import static io.teal.rehearsal.run.ExampleRun.RELEASED;
import static io.teal.rehearsal.run.ExampleRun.losesAHost;
import static org.assertj.core.api.Assertions.assertThat;

import io.teal.rehearsal.Remark;
import io.teal.rehearsal.journey.Leg;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A service that takes over a path of a listener that serves already, under load on that path and on another. Both are
 * in one stack here: the service comes, and goes, by an update of it.
 */
class ExistingListenerCasesTest {
    private static final String BOTH_PATHS = "/,/orders";
    private static final Leg EVERY_NODE_KNOWS = new Leg.Unchanged("every node knows", Duration.ofMinutes(2));

    private ExampleRun shop;

    @BeforeEach
    void begin() {
        shop = new ExampleRun("existing-listener", "shop").reading(ShopBefore::withOrders);
    }

    @Test
    void comingAndReleasingLoseNothingOnEitherPath() throws Exception {
        Outcome outcome = run("", shop.deploy("come", ONE), EVERY_NODE_KNOWS, shop.deploy("release", RELEASED));
        outcome.lostNothing();
        assertThat(outcome.answeredBy("1.0.0")).isPositive();
        halfOfAllGoesTo("2.0.0", outcome);
    }

    @Test
    void whoAsksByThePreviewHeaderGetsTheColourThatItNamesAndNoOther() throws Exception {
        Outcome outcome = run("", shop.deploy("come", ONE), EVERY_NODE_KNOWS, shop.deploy("release", RELEASED));
        List<String> previews = outcome.report().run().remarks().stream()
                .map(Remark::line)
                .filter(line -> line.startsWith("preview: requests by the header of "))
                .toList();
        assertThat(previews).hasSize(2).allMatch(line -> line.matches(".*: \\d+ answered by (blue 1|green 2)\\.0\\.0"));
        assertThat(previews).anyMatch(line -> line.endsWith("green 2.0.0"));
    }

    @Test
    void goingLosesNothingAndThenTheShopAnswersBothPaths() throws Exception {
        Outcome outcome = run(
                "",
                shop.deploy("come", ONE),
                EVERY_NODE_KNOWS,
                shop.reading(ShopBefore::alone).deploy("go", ONE),
                EVERY_NODE_KNOWS);
        outcome.lostNothing();
        assertThat(outcome.answeredBy(ShopBefore.VERSION, "after"))
                .isEqualTo(outcome.phase("after").requests());
    }

    @Test
    void aServiceThatIsNeverHealthyLeavesThePathToWhateverServed() throws Exception {
        Outcome outcome = run(
                "NEVER_HEALTHY",
                shop.goesBack("come", ONE.replace("1.0.0", "2.0.0"), ""),
                shop.deploy("again", ONE),
                EVERY_NODE_KNOWS);
        outcome.lostNothing();
        assertThat(outcome.answeredBy("2.0.0")).isZero();
        halfOfAllGoesTo("1.0.0", outcome);
    }

    @Test
    void aVersionThatAnswersErrorsGoesBackAndTheOtherPathLosesNothing() throws Exception {
        Outcome outcome = run("ERRORS", shop.deploy("come", ONE), shop.goesBack("release", RELEASED, "in ALARM: "));
        outcome.lostAtMost(20, "500 from green 2\\.0\\.0");
        assertThat(outcome.report().totals().lost()).isPositive();
        halfOfAllGoesTo("1.0.0", outcome);
    }

    @Test
    void aHostThatIsLostWhileTheRuleMovesCostsOnlyWhatWentToIt() throws Exception {
        Outcome outcome = run(
                "",
                shop.deploy("come", ONE),
                losesAHost(shop.deploy("release", RELEASED), "green", Leg.Moment.TRAFFIC_MOVES, Duration.ofSeconds(60)),
                new Leg.AwaitHealth("wait for health"));
        outcome.lostAtMost(2, Outcome.DEAD);
        halfOfAllGoesTo("2.0.0", outcome);
    }

    private static void halfOfAllGoesTo(String version, Outcome outcome) {
        long all = outcome.phase("after").requests();
        assertThat(outcome.answeredBy(version, "after")).isBetween(all / 2 - 10, all / 2 + 10);
        assertThat(outcome.answeredBy(ShopBefore.VERSION, "after"))
                .isEqualTo(all - outcome.answeredBy(version, "after"));
    }

    /** The shop serves alone first. */
    private Outcome run(String fault, Leg... legs) throws IOException, InterruptedException {
        Leg[] all = new Leg[legs.length + 1];
        all[0] = shop.reading(ShopBefore::alone).deploy("first", ONE);
        System.arraycopy(legs, 0, all, 1, legs.length);
        return shop.run(ExampleRun.faulty(ExampleRun.usual(1, BOTH_PATHS), fault), all);
    }
}
