package io.teal.operate.plan;

import io.teal.release.Color;
import io.teal.release.cutover.CutoverProperties;
import io.teal.release.observation.Weights;
import io.teal.release.plan.Plan;
import io.teal.release.plan.Plans;
import io.teal.release.step.Step;
import io.teal.runtime.execution.PlanChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The stages of a deploy that Preflight accepts, from the plans that its runs follow. */
final class Stages {
    private final List<Stage> stages = new ArrayList<>();
    private Optional<Weights> live;

    private Stages(Optional<Weights> home) {
        this.live = home;
    }

    /**
     * The stages, in order.
     *
     * @param home the weights when the deploy begins; empty if there is no production action yet
     * @param cold colours whose fleet must have been without traffic first
     * @param choices what Shift does after that
     */
    static List<Stage> of(CutoverProperties next, Optional<Weights> home, Set<Color> cold, List<PlanChoice> choices) {
        Stages stages = new Stages(home);
        cold.stream()
                .sorted()
                .forEach(color -> stages.add(new Plans(next.timing())
                        .cool(color, home.orElseGet(() -> Weights.of(color.other(), 100)))));
        choices.forEach(choice -> stages.add(choice.plan(next)));
        return List.copyOf(stages.stages);
    }

    private void add(Plan plan) {
        for (Step step : plan.steps()) {
            live = step.leaves(plan.toward()).or(() -> live);
            step.what(plan.toward()).ifPresent(what -> stages.add(new Stage(what, step.takes(), step.planned(), live)));
        }
    }
}
