package io.teal.release.steps;

import io.teal.release.Color;
import io.teal.release.step.Guard;
import io.teal.release.step.Progress;
import io.teal.release.step.Step;
import io.teal.release.step.StepContext;
import java.time.Duration;
import java.util.Optional;

/** Watches the alarms after an installation on hosts with traffic. */
public record WatchInPlace(Duration takes, Duration patience) implements Step {
    @Override
    public String name() {
        return "watch alarms after installing";
    }

    @Override
    public Optional<String> what(Color toward) {
        return Optional.of("alarms are watched");
    }

    @Override
    public Progress look(StepContext run) {
        String deployment =
                "deployment " + run.journal().installing().deployment().orElseThrow();
        Optional<String> alarm = run.installation().alarm().filter(name -> run.on(Guard.ALARM_TURNS_BACK));
        if (alarm.isPresent()) {
            return new Progress.Fail(alarm.get() + " after " + deployment);
        }
        boolean over = run.age().compareTo(takes) >= 0 || !run.on(Guard.WATCH_TAKES_ITS_TIME);
        return over
                ? new Progress.Done("is installed, " + deployment)
                : new Progress.Pending("watching the alarms, for " + takes.toSeconds() + " s");
    }
}
