package io.teal.release.steps;

import io.teal.release.Color;
import io.teal.release.step.Effect;
import io.teal.release.step.Guard;
import io.teal.release.step.Progress;
import io.teal.release.step.Step;
import io.teal.release.step.StepContext;
import java.time.Duration;
import java.util.Optional;

/**
 * Gives the fleet as many hosts as the live one, and waits until it could take all of production: enough healthy
 * targets in every group, all of this release.
 */
public record VerifyFleet(Duration patience) implements Step {
    @Override
    public String name() {
        return "verify fleet";
    }

    @Override
    public Optional<String> what(Color toward) {
        return Optional.of(toward + " becomes healthy, as large as the live fleet");
    }

    @Override
    public Progress look(StepContext run) {
        Optional<Effect.SetDesired> level = run.level(Guard.FLEETS_ARE_LEVEL);
        if (level.isPresent()) {
            return new Progress.Perform(level.get(), "the fleets differ in size");
        }
        return run.stale()
                .or(() -> run.unfit(run.toward(), 100))
                .<Progress>map(Progress.Pending::new)
                .orElseGet(() -> new Progress.Done(run.toward() + " is healthy: " + run.fleet(run.toward())));
    }
}
