package io.teal.release.steps;

import io.teal.release.step.Progress;
import io.teal.release.step.Scene;
import io.teal.release.step.Step;
import java.time.Duration;

/** Waits until the fleet could take all of production: enough healthy targets in every group, all of this release. */
public record Verify(Duration patience) implements Step {
    @Override
    public Progress look(Scene scene) {
        return scene.stale()
                .or(() -> scene.unfit(scene.toward(), 100))
                .<Progress>map(Progress.Wait::new)
                .orElseGet(() -> new Progress.Done(scene.toward() + " is healthy: " + scene.fleet(scene.toward())));
    }
}
