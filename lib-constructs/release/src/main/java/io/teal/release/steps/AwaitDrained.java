package io.teal.release.steps;

import io.teal.release.Color;
import io.teal.release.step.Guard;
import io.teal.release.step.Progress;
import io.teal.release.step.Step;
import io.teal.release.step.StepContext;
import java.time.Duration;
import java.util.Optional;

/**
 * Waits until a colour has had no traffic for a while: weight 0 reaches the load balancer's nodes late, and long
 * requests end later still.
 *
 * @param color whose fleet is to be removed or replaced
 */
public record AwaitDrained(Color color, Duration takes, Duration patience) implements Step {
    @Override
    public String name() {
        return "wait without traffic";
    }

    @Override
    public Optional<String> what(Color toward) {
        return Optional.of(color + " has had no traffic for long enough");
    }

    @Override
    public Progress look(StepContext run) {
        if (run.live().of(color) > 0) {
            return new Progress.Fail(color + " has traffic: " + run.live());
        }
        return run.letGo()
                .<Progress>map(write -> new Progress.Perform(write, "the clients of " + color + " let go of it"))
                .orElseGet(() -> waited(run));
    }

    private Progress waited(StepContext run) {
        boolean over = run.age().compareTo(takes) >= 0;
        return over || !run.on(Guard.COLD_BEFORE_REMOVAL)
                ? new Progress.Done(color + " has had no traffic for " + takes.toSeconds() + " s")
                : new Progress.Pending(color + " had traffic recently: waiting " + takes.toSeconds() + " s");
    }
}
