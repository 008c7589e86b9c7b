package io.teal.release.model;

import io.teal.release.plan.Plan;
import java.util.List;

/**
 * What one search is about, with its bounds.
 *
 * @param name in words
 * @param plan what the run is to do
 * @param recover what the run does that the stack's rollback starts; null if the stack has no part in it
 * @param starts the worlds it begins in
 */
public record Scenario(String name, Plan plan, Plan recover, List<World> starts) {
    @Override
    public String toString() {
        return name;
    }

    Plan plan(Run run) {
        return run.recovers() ? recover : plan;
    }
}
