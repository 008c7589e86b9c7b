package io.teal.release.steps;

import io.teal.release.Color;
import io.teal.release.step.Effect;
import io.teal.release.step.Progress;
import io.teal.release.step.Sizing;
import io.teal.release.step.Step;
import io.teal.release.step.StepContext;
import java.time.Duration;
import java.util.Optional;

/**
 * Gives the fleet the hosts that its first share takes, and waits until it could carry that: enough healthy targets in
 * every group, all of this release.
 *
 * @param percent of production that it must be able to carry
 */
public record VerifyFleet(int percent, Sizing sizing, Duration patience) implements Step {

    /** As large as the live one, and able to take all of production. */
    public VerifyFleet(Duration patience) {
        this(100, new Sizing.Doubled(), patience);
    }

    @Override
    public String name() {
        return "verify fleet";
    }

    @Override
    public Optional<String> what(Color toward) {
        return Optional.of(sizing.becomes(toward, percent));
    }

    @Override
    public boolean judgesHealth() {
        return true;
    }

    @Override
    public Progress look(StepContext run) {
        return sizing.recount(run).orElseGet(() -> grow(run));
    }

    private Progress grow(StepContext run) {
        Optional<Effect.SetDesired> larger = sizing.grow(run, percent);
        if (larger.isPresent()) {
            return new Progress.Perform(larger.get(), sizing.why());
        }
        return run.stale()
                .or(() -> sizing.unfit(run, percent))
                .<Progress>map(Progress.Pending::new)
                .orElseGet(() -> new Progress.Done(run.toward() + " is healthy: " + run.fleet(run.toward())));
    }
}
