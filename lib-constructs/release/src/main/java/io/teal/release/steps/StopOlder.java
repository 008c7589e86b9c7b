package io.teal.release.steps;

import io.teal.release.step.Effect;
import io.teal.release.step.Guard;
import io.teal.release.step.Progress;
import io.teal.release.step.Step;
import io.teal.release.step.StepContext;
import java.time.Duration;

/** Stops older runs of the service: only one may write. */
public record StopOlder(Duration patience) implements Step {
    @Override
    public String name() {
        return "stop older runs";
    }

    @Override
    public Progress look(StepContext run) {
        if (!run.on(Guard.OLDER_RUNS_ARE_STOPPED)) {
            return new Progress.Done("older runs are left alone");
        }
        return run.seen()
                .older()
                .<Progress>map(older -> older == 0
                        ? new Progress.Done("no older run is left")
                        : new Progress.Perform(new Effect.StopOlderRuns(), older + " older runs have not ended"))
                .orElseGet(() -> new Progress.Pending("older runs cannot be listed"));
    }
}
