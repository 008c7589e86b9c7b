package io.teal.release.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.release.Color;
import io.teal.release.journal.Journal;
import io.teal.release.observation.Direction;
import io.teal.release.observation.Fleet;
import io.teal.release.observation.Gate;
import io.teal.release.observation.Hook;
import io.teal.release.observation.Observation;
import io.teal.release.observation.Weights;
import io.teal.release.step.Effect;
import io.teal.release.step.Guard;
import io.teal.release.step.Progress;
import io.teal.release.step.Sizing;
import io.teal.release.step.StepContext;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What steps make of fleets and weights that the model of the searches does not have. */
class StepsTest {
    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Weights HOME = new Weights(100, 0);
    private static final Fleet FOUR = new Fleet(4, 0, 9, List.of(4), 0);

    private static StepContext seen(Weights live, Fleet green) {
        return seen(live, FOUR, green, Journal.begin(NOW));
    }

    /** Eight hosts carried production when the run began. */
    static StepContext shared(Weights live, Fleet blue, Fleet green) {
        return seen(live, blue, green, Journal.begin(NOW).adopt(live, 8, NOW));
    }

    static Fleet hosts(int desired, int healthy) {
        return new Fleet(desired, 0, 20, List.of(healthy), 0);
    }

    static Effect called(Progress progress) {
        assertThat(progress).isInstanceOf(Progress.Perform.class);
        return ((Progress.Perform) progress).effect();
    }

    static StepContext seen(Weights live, Fleet blue, Fleet green, Journal journal) {
        Observation seen = new Observation(
                NOW,
                Optional.of(Direction.FORWARD),
                Optional.of(live),
                Optional.of(new Observation.Fleets(blue, green, NOW, Set.of())),
                Optional.of(0),
                Gate.NONE,
                Hook.UNKNOWN);
        return new StepContext(Optional.of(Color.GREEN), Optional.of(HOME), journal, seen, EnumSet.allOf(Guard.class));
    }

    private static StepContext apart(Weights home, Weights live, Fleet blue, Fleet green) {
        StepContext run = seen(live, blue, green, Journal.begin(NOW).adopt(live, 4, NOW));
        return new StepContext(run.color(), Optional.of(home), run.journal(), run.seen(), run.guards());
    }

    private static StepContext holding(Weights live) {
        StepContext run = seen(live, FOUR);
        return new StepContext(
                run.color(), run.home(), run.journal(), run.seen().holding(Set.of(Color.GREEN)), run.guards());
    }

    @Test
    void aColourWithoutWeightThatKeepsClientsLetsGoOfThemBeforeItIsTakenForCold() {
        Effect again = new Effect.SetWeights(HOME, HOME);
        AwaitDrained cool = new AwaitDrained(Color.GREEN, Duration.ZERO, PATIENCE);
        assertThat(called(cool.look(holding(HOME)))).isEqualTo(again);
        assertThat(cool.look(seen(HOME, FOUR))).isInstanceOf(Progress.Done.class);
        ReturnHome home = new ReturnHome(Duration.ZERO, false, PATIENCE);
        assertThat(called(home.look(holding(HOME)))).isEqualTo(again);
        assertThat(home.look(seen(HOME, FOUR))).isInstanceOf(Progress.Done.class);
    }

    private static Optional<Effect> sizes(Fleet green) {
        Progress progress = new VerifyFleet(PATIENCE).look(seen(HOME, green));
        return progress instanceof Progress.Perform perform ? Optional.of(perform.effect()) : Optional.empty();
    }

    @Test
    void aFleetIsSizedToItsMaximumAndNotBeyond() {
        assertThat(sizes(new Fleet(2, 0, 3, List.of(2), 0))).contains(new Effect.SetDesired(Color.GREEN, 3));
        assertThat(sizes(new Fleet(3, 0, 3, List.of(3), 0))).isEmpty();
    }

    @Test
    void aFleetThatIsScaledToZeroIsAFleet() {
        assertThat(sizes(new Fleet(0, 0, 6, List.of(0), 0))).contains(new Effect.SetDesired(Color.GREEN, 4));
        assertThat(sizes(Fleet.NONE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"100/1", "1/0", "99/0", "0/0", "999/999"})
    void weightsThatAreNotThoseOfHomeStopARunBeforeItsFirstChange(String live) {
        assertThat(new LocateTraffic(true, 0, PATIENCE).look(seen(Weights.parse(live), FOUR)))
                .isInstanceOf(Progress.Fail.class);
    }

    @Test
    void aShareIsThereOnlyWhenBothWeightsAre() {
        MoveTraffic all = new MoveTraffic(100, new Sizing.Doubled(), PATIENCE, PATIENCE);
        assertThat(all.look(seen(new Weights(0, 100), FOUR))).isInstanceOf(Progress.Done.class);
        assertThat(all.look(seen(new Weights(50, 100), FOUR)))
                .isInstanceOfSatisfying(
                        Progress.Perform.class,
                        write -> assertThat(write.effect())
                                .isEqualTo(new Effect.SetWeights(new Weights(50, 100), new Weights(0, 100))));
    }

    /** One port has less of blue than home, the other less of green: both have to be able to serve. */
    @Test
    void trafficReturnsWherePortsDifferIfEveryColourThatGainsSomewhereCanServe() {
        ReturnHome home = new ReturnHome(PATIENCE, false, PATIENCE);
        Weights live = Weights.parse("50/50 + 100/0");
        Weights half = new Weights(75, 25);
        assertThat(called(home.look(apart(half, live, hosts(4, 4), hosts(4, 4)))))
                .isEqualTo(new Effect.SetWeights(live, half));
        assertThat(home.look(apart(half, live, hosts(4, 4), hosts(4, 0)))).isInstanceOf(Progress.Pending.class);
        assertThat(home.look(apart(half, live, hosts(4, 0), hosts(4, 4)))).isInstanceOf(Progress.Pending.class);
    }

    @Test
    void anotherRunsReturnReckonsWithTheHostsOfTheBeginning() {
        assertThat(new LocateTraffic(false, 8, PATIENCE)
                        .look(seen(new Weights(50, 50), hosts(4, 4), hosts(4, 4), Journal.begin(NOW))))
                .isInstanceOfSatisfying(
                        Progress.Adopt.class,
                        adopted -> assertThat(adopted.hosts()).isEqualTo(8));
    }

    @Test
    void aStandbyIsLoweredToItsMinimumAndAReleaseDoesNotTurnBackIfThatCannotBe() {
        Weights moved = new Weights(0, 100);
        Fleet whole = new Fleet(4, 1, 9, List.of(4), 0);
        RestStandby rest = new RestStandby(PATIENCE);
        StepContext run = seen(moved, whole, FOUR, Journal.begin(NOW));
        assertThat(called(rest.look(run))).isEqualTo(new Effect.SetDesired(Color.BLUE, 1));
        Fleet small = new Fleet(1, 1, 9, List.of(1), 0);
        assertThat(rest.look(seen(moved, small, FOUR, Journal.begin(NOW)))).isInstanceOf(Progress.Done.class);
        Progress late = rest.look(seen(moved, whole, FOUR, Journal.begin(NOW.minus(PATIENCE))));
        assertThat(late).isInstanceOf(Progress.Done.class);
        assertThat(late.why()).isEqualTo("blue keeps 4 hosts: they could not be taken away");
        assertThat(rest.patience()).isGreaterThan(PATIENCE);
    }
}
