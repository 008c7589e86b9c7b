package io.teal.release.steps;

import io.teal.release.Color;
import io.teal.release.observation.Weights;
import io.teal.release.step.Effect;
import io.teal.release.step.Progress;
import io.teal.release.step.Sizing;
import io.teal.release.step.Step;
import io.teal.release.step.StepContext;
import java.time.Duration;
import java.util.Optional;

/**
 * Raises the weight of the colour that gains traffic to {@code percent}, on fresh evidence that it can carry that.
 *
 * @param percent of production, 1 to 100
 * @param sizing how large the fleets must be for that
 * @param planned how long it takes if no fleet has to grow
 * @param patience how long it may take: the live fleet may have grown, and the other has to boot as many hosts
 */
public record MoveTraffic(int percent, Sizing sizing, Duration planned, Duration patience) implements Step {
    @Override
    public String name() {
        return "move traffic";
    }

    @Override
    public Optional<String> what(Color toward) {
        return Optional.of(toward + " gets " + percent + " percent");
    }

    @Override
    public Optional<Weights> leaves(Color toward) {
        return Optional.of(Weights.of(toward, percent));
    }

    @Override
    public boolean judgesHealth() {
        return true;
    }

    @Override
    public Progress look(StepContext run) {
        Weights target = Weights.of(run.toward(), percent);
        if (run.live().equals(target)) {
            return new Progress.Done(run.toward() + " has " + percent + " percent");
        }
        return sizing.recount(run).orElseGet(() -> grow(run, target));
    }

    private Progress grow(StepContext run, Weights target) {
        Optional<Effect.SetDesired> larger = sizing.grow(run, percent);
        if (larger.isPresent()) {
            return new Progress.Perform(larger.get(), sizing.why());
        }
        return run.stale()
                .or(() -> sizing.unfit(run, percent))
                .<Progress>map(Progress.Pending::new)
                .orElseGet(() -> new Progress.Perform(
                        new Effect.SetWeights(run.live(), target),
                        run.toward() + " can carry " + percent + " percent: " + run.fleet(run.toward())));
    }
}
