package io.teal.release.steps;

import io.teal.release.Color;
import io.teal.release.observation.Fleet;
import io.teal.release.step.Effect;
import io.teal.release.step.Progress;
import io.teal.release.step.Step;
import io.teal.release.step.StepContext;
import java.time.Duration;
import java.util.Optional;

/**
 * Takes the hosts above its minimum from the fleet that has lost all traffic: the last step, after the bake. It saves
 * money, so it never turns a release back: if the hosts cannot be taken away, they stay.
 *
 * @param most how long it tries
 */
public record RestStandby(Duration most) implements Step {
    private static final Duration PLANNED = Duration.ofSeconds(15);

    @Override
    public String name() {
        return "rest standby";
    }

    @Override
    public Optional<String> what(Color toward) {
        return Optional.of(toward.other() + " keeps its minimum of hosts");
    }

    @Override
    public Duration planned() {
        return PLANNED;
    }

    @Override
    public Duration patience() {
        return most.multipliedBy(2);
    }

    @Override
    public Progress look(StepContext run) {
        Color rests = run.toward().other();
        Fleet fleet = run.fleet(rests);
        if (fleet.desired() <= fleet.min()) {
            return new Progress.Done(rests + " has " + fleet.desired() + " hosts");
        }
        return run.age().compareTo(most) < 0
                ? new Progress.Perform(
                        new Effect.SetDesired(rests, fleet.min()),
                        rests + " has no traffic any more and " + fleet.desired() + " hosts")
                : new Progress.Done(rests + " keeps " + fleet.desired() + " hosts: they could not be taken away");
    }
}
