package io.teal.operate.plan;

import io.teal.release.Color;
import io.teal.release.cutover.CutoverProperties;
import io.teal.release.plan.Plan;
import io.teal.release.plan.Plans;
import io.teal.release.seen.Weights;
import io.teal.release.step.Step;
import io.teal.release.steps.CallHook;
import io.teal.release.steps.Cold;
import io.teal.release.steps.Hold;
import io.teal.release.steps.Move;
import io.teal.release.steps.Verify;
import io.teal.release.steps.Watch;
import io.teal.runtime.run.Errand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The stages of a deploy that Preflight lets pass, from the very plans that its runs will have. */
final class Stages {
    private final List<Stage> stages = new ArrayList<>();
    private Optional<Weights> live;

    private Stages(Optional<Weights> home) {
        this.live = home;
    }

    /**
     * The stages, in order.
     *
     * @param home where the weights are when the deploy begins; empty if there is no production action yet
     * @param cold colours whose fleet must have been without traffic first
     */
    static List<Stage> of(CutoverProperties asked, Optional<Weights> home, Set<Color> cold) {
        Stages stages = new Stages(home);
        cold.stream()
                .sorted()
                .forEach(color -> stages.add(new Plans(asked.timing())
                        .cool(color, home.orElseGet(() -> Weights.of(color.other(), 100)))));
        Errand.forward(asked.request().release(), home).forEach(errand -> stages.add(errand.plan(asked)));
        return List.copyOf(stages.stages);
    }

    private void add(Plan plan) {
        plan.steps().forEach(step -> add(step, plan.toward()));
    }

    private void add(Step step, Color toward) {
        if (step instanceof Move move) {
            live = Optional.of(Weights.of(toward, move.percent()));
        }
        what(step, toward).ifPresent(what -> stages.add(new Stage(what, step.takes(), step.planned(), live)));
    }

    /** What a step does, in words; empty for those that only look. */
    private Optional<String> what(Step step, Color toward) {
        String what = null;
        if (step instanceof Verify) {
            what = toward + " becomes healthy, as large as what serves";
        } else if (step instanceof CallHook) {
            what = "your hook is asked about " + toward;
        } else if (step instanceof Move move) {
            what = toward + " gets " + move.percent() + " percent";
        } else if (step instanceof Hold hold) {
            what = hold.what();
        } else if (step instanceof Watch) {
            what = "alarms are watched, the way back is warm";
        } else if (step instanceof Cold cold) {
            what = cold.color() + " has had no traffic for long enough";
        }
        return Optional.ofNullable(what);
    }
}
