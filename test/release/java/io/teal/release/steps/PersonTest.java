package io.teal.release.steps;

import static io.teal.release.steps.StepsTest.NOW;
import static io.teal.release.steps.StepsTest.PATIENCE;
import static io.teal.release.steps.StepsTest.called;
import static io.teal.release.steps.StepsTest.hosts;
import static org.assertj.core.api.Assertions.assertThat;

import io.teal.release.Color;
import io.teal.release.journal.Journal;
import io.teal.release.observation.Fleet;
import io.teal.release.observation.HookPoint;
import io.teal.release.observation.Observation;
import io.teal.release.observation.Weights;
import io.teal.release.observation.Word;
import io.teal.release.step.Effect;
import io.teal.release.step.Progress;
import io.teal.release.step.Sizing;
import io.teal.release.step.StepContext;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The step that waits for a person, and what the hook's step says. */
class PersonTest {
    private static final AwaitApproval WAIT = new AwaitApproval(100, new Sizing.Doubled(), PATIENCE);

    private static StepContext run(Fleet blue, Set<Color> promoted, Optional<Word> word) {
        StepContext run = StepsTest.seen(new Weights(90, 10), blue, hosts(4, 4), Journal.begin(NOW));
        Observation seen = run.seen();
        Observation.Fleets fleets = new Observation.Fleets(blue, hosts(4, 4), NOW, promoted);
        Observation told = new Observation(
                        NOW, seen.stack(), seen.live(), Optional.of(fleets), seen.older(), seen.gate(), seen.hook())
                .told(word);
        return new StepContext(run.color(), run.home(), run.journal(), told, run.guards());
    }

    private static Optional<Word> word(Word.Says says) {
        return Optional.of(new Word(says, ""));
    }

    @Test
    void onlyAWordThatSaysSoGoesOn() {
        assertThat(WAIT.look(run(hosts(4, 4), Set.of(), Optional.empty()))).isInstanceOf(Progress.Pending.class);
        assertThat(WAIT.look(run(hosts(4, 4), Set.of(), word(Word.Says.ABORT)))).isInstanceOf(Progress.Pending.class);
        assertThat(WAIT.look(run(hosts(4, 4), Set.of(), word(Word.Says.PROMOTE))))
                .isInstanceOf(Progress.Done.class);
    }

    @Test
    void nobodyIsAskedOfAVersionThatWasPromotedBefore() {
        assertThat(WAIT.look(run(hosts(4, 4), Set.of(Color.GREEN), Optional.empty())))
                .isInstanceOf(Progress.Done.class);
        assertThat(WAIT.look(run(hosts(4, 4), Set.of(Color.BLUE), Optional.empty())))
                .isInstanceOf(Progress.Pending.class);
    }

    @Test
    void theWayBackIsKeptAsLargeMeanwhile() {
        assertThat(called(WAIT.look(run(hosts(2, 2), Set.of(), Optional.empty()))))
                .isEqualTo(new Effect.SetDesired(Color.BLUE, 4));
    }

    @Test
    void theStepsSayWhatHappens() {
        assertThat(WAIT.name()).isEqualTo("wait for approval");
        assertThat(WAIT.what(Color.GREEN)).contains("a person says so, unless it was promoted before");
        assertThat(new CallHook(HookPoint.BEFORE_TRAFFIC, PATIENCE).what(Color.GREEN))
                .contains("your hook is called for green");
        assertThat(new CallHook(HookPoint.AFTER_TRAFFIC, PATIENCE).what(Color.GREEN))
                .contains("your hook is called for green, which has its traffic");
    }
}
