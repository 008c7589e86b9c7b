package io.teal.release.model;

import io.teal.release.observation.Weights;
import io.teal.release.plan.Plan;
import io.teal.release.step.Step;
import java.util.List;

/**
 * What one search is about, with its bounds.
 *
 * @param name in words
 * @param plan what the run is to do
 * @param recover what the run does that the stack's rollback starts; null if the stack has no part in it
 * @param starts the worlds it begins in
 * @param places how many ports the service has, with a production action for each: one or two
 */
public record Scenario(String name, Plan plan, Plan recover, List<World> starts, int places) {
    Scenario(String name, Plan plan, Plan recover, List<World> starts) {
        this(name, plan, recover, starts, 1);
    }

    /** Whether its run waits for a person. */
    boolean asks() {
        return plan.steps().stream().anyMatch(Step::asks);
    }

    /** The same service with two ports. */
    Scenario ofTwoPorts() {
        return new Scenario("two ports, " + name, plan, recover, starts, 2);
    }

    /** {@code live} after {@code weights} were written in only one place; in each. None if there is only one. */
    List<Weights> inPart(Weights live, Weights weights) {
        return places == 1 || live == null
                ? List.of()
                : List.of(
                        Weights.of(List.of(weights.place(0), live.place(1))),
                        Weights.of(List.of(live.place(0), weights.place(1))));
    }

    @Override
    public String toString() {
        return name;
    }

    Plan plan(Run run) {
        return run.recovers() ? recover : plan;
    }
}
