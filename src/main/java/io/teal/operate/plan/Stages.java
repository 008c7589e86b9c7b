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
        PlanChoice.forward(asked.request().release(), home).forEach(errand -> stages.add(errand.plan(asked)));
        return List.copyOf(stages.stages);
    }

    private void add(Plan plan) {
        plan.steps().forEach(step -> add(step, plan.toward()));
    }

    private void add(Step step, Color toward) {
        live = step.leaves(toward).or(() -> live);
        step.what(toward).ifPresent(what -> stages.add(new Stage(what, step.takes(), step.planned(), live)));
    }
}
