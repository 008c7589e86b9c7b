package io.teal.release.steps;

import io.teal.release.Color;
import io.teal.release.step.Guard;
import io.teal.release.step.Progress;
import io.teal.release.step.Step;
import io.teal.release.step.StepContext;
import java.time.Duration;
import java.util.Optional;

/**
 * Waits for something that cannot be read.
 *
 * @param name for people
 * @param what what it waits for, for people
 * @param guard the rule that asks for it
 * @param takes how long
 */
public record Hold(String name, String what, Guard guard, Duration takes, Duration patience) implements Step {

    /** While a change of weights spreads: the load balancer's nodes follow the API after a time. */
    public static Hold spread(Duration takes, Duration patience) {
        return new Hold("spread weights", "the weights spread", Guard.CHANGES_ARE_HELD, takes, patience);
    }

    /** While a stopped run's last call may take effect: within one tick, or never. */
    public static Hold settle(Duration takes, Duration patience) {
        return new Hold("settle", "waiting for earlier runs", Guard.STOPPED_RUNS_SETTLE, takes, patience);
    }

    /** While the hosts that a fleet gave away end: their requests and connections drain first. */
    public static Hold ending(Duration takes, Duration patience) {
        return new Hold("end hosts", "hosts that left end", Guard.LEFT_HOSTS_HAVE_ENDED, takes, patience);
    }

    @Override
    public Optional<String> what(Color toward) {
        return Optional.of(what);
    }

    @Override
    public Progress look(StepContext run) {
        boolean over = run.age().compareTo(takes) >= 0 || !run.on(guard);
        String why = what + ": " + takes.toSeconds() + " s";
        return over ? new Progress.Done(why + " are over") : new Progress.Pending(why);
    }
}
