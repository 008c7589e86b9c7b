package io.teal.release.steps;

import io.teal.release.Color;
import io.teal.release.step.Effect;
import io.teal.release.step.Guard;
import io.teal.release.step.Progress;
import io.teal.release.step.Sizing;
import io.teal.release.step.Step;
import io.teal.release.step.StepContext;
import java.time.Duration;
import java.util.Optional;

/**
 * Waits until a person says that the colour may have most of the traffic, with the fleet to roll back to as large as it
 * was. Alarms turn the run back meanwhile, as in every step. Nobody is asked about a version that has been promoted
 * before: traffic that goes back to it is in a hurry.
 *
 * @param percent of production, that it is to get
 * @param sizing how large the fleets must be
 * @param patience how long it waits; nobody's word is a no
 */
public record AwaitApproval(int percent, Sizing sizing, Duration patience) implements Step {
    @Override
    public String name() {
        return "wait for approval";
    }

    @Override
    public Optional<String> what(Color toward) {
        return Optional.of("a person says so, unless it was promoted before");
    }

    @Override
    public boolean asks() {
        return true;
    }

    @Override
    public Progress look(StepContext run) {
        String may = run.toward() + " may have " + percent + " percent";
        boolean approved = run.seen().word().filter(word -> !word.aborts()).isPresent();
        if (approved || !run.on(Guard.PERSON_APPROVES)) {
            return new Progress.Done("a person has said that " + may);
        }
        if (run.seen().fleets().orElseThrow().served().contains(run.toward())) {
            return new Progress.Done("nobody is asked: " + run.toward() + " runs a version that was promoted before");
        }
        Optional<Effect.SetDesired> cold = sizing.warm(run);
        return cold.isPresent()
                ? new Progress.Perform(cold.get(), "the fleet to roll back to has too few hosts")
                : new Progress.Pending("nobody has said that " + may);
    }
}
