package io.teal.release.steps;

import io.teal.release.Color;
import io.teal.release.observation.Gate;
import io.teal.release.step.Effect;
import io.teal.release.step.Evidence;
import io.teal.release.step.Guard;
import io.teal.release.step.Progress;
import io.teal.release.step.Sizing;
import io.teal.release.step.Step;
import io.teal.release.step.StepContext;
import java.time.Duration;
import java.util.Optional;

/**
 * Watches the alarms, with the fleet to roll back to as large as it was. An alarm turns the run back (the engine checks
 * that in every step), OK on enough evidence goes on, anything else waits until the deadline.
 *
 * @param takes how long to watch
 * @param evidence what counts
 * @param samples how many are enough
 * @param sizing how large the fleets must be
 */
public record WatchAlarms(Duration takes, Evidence evidence, long samples, Sizing sizing, Duration patience)
        implements Step {
    @Override
    public String name() {
        return "watch alarms";
    }

    @Override
    public Optional<String> what(Color toward) {
        return Optional.of(sizing.ready(toward));
    }

    @Override
    public boolean judgesHealth() {
        return true;
    }

    @Override
    public Progress look(StepContext run) {
        Optional<Effect.SetDesired> cold = sizing.warm(run);
        if (cold.isPresent()) {
            return new Progress.Perform(cold.get(), "the fleet to roll back to has too few hosts");
        }
        if (run.on(Guard.WATCH_TAKES_ITS_TIME) && run.age().compareTo(takes) < 0) {
            return new Progress.Pending("watching the alarms, for " + takes.toSeconds() + " s");
        }
        return run.stale()
                .or(() -> sizing.unfit(run, run.live().percent(run.toward())))
                .<Progress>map(Progress.Pending::new)
                .orElseGet(() -> judge(run));
    }

    private Progress judge(StepContext run) {
        Gate gate = run.seen().gate();
        long counted = evidence.counted(gate);
        String saw = "alarms " + gate.alarms() + " on " + counted + " samples, " + samples + " needed";
        boolean silent = run.on(Guard.SILENCE_IS_NOT_OK)
                && (gate.alarms() == Gate.Alarm.UNREADABLE
                        || gate.alarms() == Gate.Alarm.NO_DATA && evidence != Evidence.IF_ANY);
        boolean few = counted < samples;
        if (silent || few && evidence != Evidence.IF_ANY && run.on(Guard.SAMPLES_ARE_NEEDED)) {
            return new Progress.Pending(saw);
        }
        return new Progress.Done(few ? saw + ": too few to judge" : saw);
    }
}
