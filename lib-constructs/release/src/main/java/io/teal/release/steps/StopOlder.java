package io.teal.release.steps;

import io.teal.release.step.Effect;
import io.teal.release.step.Guard;
import io.teal.release.step.Progress;
import io.teal.release.step.Scene;
import io.teal.release.step.Step;
import java.time.Duration;

/** Stops older runs of the service: only one may write. */
public record StopOlder(Duration patience) implements Step {
    @Override
    public Progress look(Scene scene) {
        if (!scene.on(Guard.OLDER_RUNS_ARE_STOPPED)) {
            return new Progress.Done("older runs are left alone");
        }
        return scene.seen()
                .older()
                .<Progress>map(older -> older == 0
                        ? new Progress.Done("no older run is left")
                        : new Progress.Call(new Effect.StopOlder(), older + " older runs have not ended"))
                .orElseGet(() -> new Progress.Wait("older runs cannot be listed"));
    }
}
