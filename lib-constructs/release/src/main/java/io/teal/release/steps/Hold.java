package io.teal.release.steps;

import io.teal.release.Color;
import io.teal.release.step.Guard;
import io.teal.release.step.Progress;
import io.teal.release.step.Step;
import io.teal.release.step.StepContext;
import java.time.Duration;
import java.util.Optional;

/**
 * Lets time pass for something that cannot be seen.
 *
 * @param name for people
 * @param what what is waited out, for the log
 * @param guard the rule that asks for it
 * @param takes how long
 */
public record Hold(String name, String what, Guard guard, Duration takes, Duration patience) implements Step {

    /** While a change of weights spreads: what the API says and what the load balancer's nodes do differ for a time. */
    public static Hold spread(Duration takes, Duration patience) {
        return new Hold("spread weights", "the weights spread", Guard.CHANGES_ARE_HELD, takes, patience);
    }

    /** While what a stopped run had already sent lands: within one tick, or never. */
    public static Hold settle(Duration takes, Duration patience) {
        return new Hold("settle", "an older run's last call may land", Guard.STOPPED_RUNS_SETTLE, takes, patience);
    }

    @Override
    public Optional<String> what(Color toward) {
        return Optional.of(what);
    }

    @Override
    public Progress look(StepContext scene) {
        boolean over = scene.age().compareTo(takes) >= 0 || !scene.on(guard);
        String why = takes.toSeconds() + " s in which " + what;
        return over ? new Progress.Done("waited " + why) : new Progress.Pending("waiting " + why);
    }
}
