package io.teal.release.steps;

import io.teal.release.observation.Direction;
import io.teal.release.port.Deployment;
import io.teal.release.step.Effect;
import io.teal.release.step.Guard;
import io.teal.release.step.Progress;
import io.teal.release.step.Step;
import io.teal.release.step.StepContext;
import java.time.Duration;
import java.util.Optional;

/**
 * Ends an installation that failed: stops its deployment, and marks the hosts launched meanwhile. If the stack has
 * changed direction, the next run does that.
 *
 * @param way the direction of the stack in which hosts may be marked
 */
public record GiveUp(Direction way, Duration patience) implements Step {
    @Override
    public String name() {
        return "give up installing";
    }

    @Override
    public Progress look(StepContext run) {
        Optional<Deployment> running =
                run.installation().own().filter(own -> own.running() && run.on(Guard.GIVEN_UP_IS_STOPPED));
        if (running.isPresent()) {
            String id = running.get().id();
            return new Progress.Perform(new Effect.StopDeployment(id), "deployment " + id + " is given up");
        }
        boolean reversed = !run.seen().stack().equals(Optional.of(way)) && run.on(Guard.STACK_STILL_GOES_THIS_WAY);
        return reversed || run.journal().installing().marked() || !run.on(Guard.GIVEN_UP_IS_MARKED)
                ? new Progress.Done("nothing is left to do")
                : new Progress.Perform(new Effect.MarkHosts(), "hosts launched meanwhile are marked too");
    }
}
