package io.teal.release.steps;

import static io.teal.release.steps.StepsTest.NOW;
import static io.teal.release.steps.StepsTest.PATIENCE;
import static io.teal.release.steps.StepsTest.called;
import static io.teal.release.steps.StepsTest.hosts;
import static io.teal.release.steps.StepsTest.seen;
import static io.teal.release.steps.StepsTest.shared;
import static org.assertj.core.api.Assertions.assertThat;

import io.teal.release.Color;
import io.teal.release.journal.Journal;
import io.teal.release.observation.Fleet;
import io.teal.release.observation.Weights;
import io.teal.release.step.Effect;
import io.teal.release.step.Evidence;
import io.teal.release.step.Progress;
import io.teal.release.step.Sizing;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The hosts of each share in a rollout, on its way forward and back. */
class SharesTest {
    @Test
    void aShareGetsItsHostsAndNotMore() {
        MoveTraffic half = new MoveTraffic(50, new Sizing.Shared(75), PATIENCE, PATIENCE);
        Weights quarter = new Weights(75, 25);
        assertThat(called(half.look(shared(quarter, hosts(6, 6), hosts(2, 2)))))
                .isEqualTo(new Effect.SetDesired(Color.GREEN, 4));
        assertThat(half.look(shared(quarter, hosts(6, 6), hosts(4, 3)))).isInstanceOf(Progress.Pending.class);
        assertThat(called(half.look(shared(quarter, hosts(6, 6), hosts(4, 4)))))
                .isEqualTo(new Effect.SetWeights(quarter, new Weights(50, 50)));
    }

    @Test
    void aShareOfAServiceThatHasGrownGetsMoreHosts() {
        MoveTraffic half = new MoveTraffic(50, new Sizing.Shared(75), PATIENCE, PATIENCE);
        Weights live = new Weights(75, 25);
        assertThat(half.look(shared(live, hosts(9, 9), hosts(2, 2))))
                .as("nine hosts for 75 percent are twelve for all")
                .isInstanceOfSatisfying(
                        Progress.Adopt.class,
                        adopted -> assertThat(adopted.hosts()).isEqualTo(12));
        Journal twelve = Journal.begin(NOW).adopt(live, 12, NOW);
        assertThat(called(half.look(seen(live, hosts(9, 9), hosts(2, 2), twelve))))
                .isEqualTo(new Effect.SetDesired(Color.GREEN, 6));
    }

    /** Two hosts are a half of three, rounded up: they are no sign that production takes four. */
    @Test
    void aFleetThatHasJustTheHostsOfItsShareHasNotGrown() {
        MoveTraffic most = new MoveTraffic(75, new Sizing.Shared(50), PATIENCE, PATIENCE);
        Weights live = new Weights(50, 50);
        Journal three = Journal.begin(NOW).adopt(live, 3, NOW);
        assertThat(called(most.look(seen(live, hosts(2, 2), hosts(3, 3), three))))
                .isEqualTo(new Effect.SetWeights(live, new Weights(25, 75)));
    }

    /** Else the fleet would be lowered again and again, each time by what it had just become. */
    @Test
    void aFleetThatHasGrownIsLoweredOnceByWhatProductionTakesNow() {
        LowerFleet lower = new LowerFleet(50, new Sizing.Shared(100), PATIENCE, PATIENCE);
        Weights live = new Weights(50, 50);
        assertThat(lower.look(shared(live, hosts(12, 12), hosts(6, 6)))).isInstanceOf(Progress.Adopt.class);
        Journal twelve = Journal.begin(NOW).adopt(live, 12, NOW);
        assertThat(called(lower.look(seen(live, hosts(12, 12), hosts(6, 6), twelve))))
                .isEqualTo(new Effect.SetDesired(Color.BLUE, 6));
        assertThat(lower.look(seen(live, hosts(6, 6), hosts(6, 6), twelve))).isInstanceOf(Progress.Done.class);
    }

    @Test
    void aNewVersionThatHasGrownByItselfTakesNoHostsFromTheWayBack() {
        LowerFleet lower = new LowerFleet(25, new Sizing.Shared(100), PATIENCE, PATIENCE);
        assertThat(called(lower.look(shared(new Weights(75, 25), hosts(8, 8), hosts(16, 16)))))
                .isEqualTo(new Effect.SetDesired(Color.BLUE, 6));
    }

    @Test
    void aFleetGivesNothingAwayBelowItsMinimumNorWhileAHostIsUnhealthy() {
        LowerFleet lower = new LowerFleet(75, new Sizing.Shared(50), PATIENCE, PATIENCE);
        Weights live = new Weights(25, 75);
        Fleet scheduled = new Fleet(4, 4, 20, List.of(4), 0);
        assertThat(lower.look(shared(live, scheduled, hosts(6, 6)))).isInstanceOf(Progress.Done.class);
        assertThat(lower.look(shared(live, hosts(4, 3), hosts(6, 6)))).isInstanceOf(Progress.Pending.class);
        assertThat(called(lower.look(shared(live, hosts(4, 4), hosts(6, 6)))))
                .isEqualTo(new Effect.SetDesired(Color.BLUE, 2));
    }

    @Test
    void whatHasNoTrafficGivesAllAwayWhateverItsHealth() {
        LowerFleet last = new LowerFleet(100, new Sizing.Shared(25), PATIENCE, PATIENCE);
        assertThat(called(last.look(shared(new Weights(0, 100), hosts(2, 0), hosts(8, 8)))))
                .isEqualTo(new Effect.SetDesired(Color.BLUE, 0));
    }

    @Test
    void theHostsThatWaitForTheWayBackComeBackIfSomebodyTakesThem() {
        WatchAlarms watch = new WatchAlarms(PATIENCE, Evidence.IF_ANY, 0, new Sizing.Shared(75), PATIENCE);
        assertThat(called(watch.look(shared(new Weights(50, 50), hosts(5, 5), hosts(4, 4)))))
                .isEqualTo(new Effect.SetDesired(Color.BLUE, 6));
    }

    @Test
    void asMuchTrafficReturnsAtOnceAsTheHostsThatWaitedCanCarry() {
        ReturnHome home = new ReturnHome(Duration.ofSeconds(30), true, PATIENCE);
        Weights live = new Weights(50, 50);
        Journal turned = Journal.begin(NOW).adopt(live, 8, NOW).turnBack("an alarm", NOW);
        assertThat(called(home.look(seen(live, hosts(6, 6), hosts(4, 4), turned))))
                .isEqualTo(new Effect.SetWeights(live, new Weights(75, 25)));
        Weights part = new Weights(75, 25);
        Journal partly = turned.confirm(part, NOW);
        assertThat(called(home.look(seen(part, hosts(6, 6), hosts(4, 4), partly))))
                .isEqualTo(new Effect.SetDesired(Color.BLUE, 8));
        assertThat(home.look(seen(part, hosts(8, 7), hosts(4, 4), partly))).isInstanceOf(Progress.Pending.class);
    }

    @Test
    void aPartThatIsNotMoreThanWhatIsThereIsNotWritten() {
        ReturnHome home = new ReturnHome(Duration.ofSeconds(30), true, PATIENCE);
        Weights live = new Weights(50, 50);
        Journal turned = Journal.begin(NOW).adopt(live, 8, NOW).turnBack("an alarm", NOW);
        assertThat(called(home.look(seen(live, hosts(4, 4), hosts(4, 4), turned))))
                .isEqualTo(new Effect.SetDesired(Color.BLUE, 8));
    }
}
