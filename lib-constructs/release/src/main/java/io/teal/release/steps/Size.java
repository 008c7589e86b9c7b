package io.teal.release.steps;

import io.teal.release.step.Guard;
import io.teal.release.step.Progress;
import io.teal.release.step.Scene;
import io.teal.release.step.Step;
import java.time.Duration;

/** Gives the other fleet as many hosts as the one that serves. */
public record Size(Duration patience) implements Step {
    @Override
    public Progress look(Scene scene) {
        return scene.level()
                .filter(effect -> scene.on(Guard.FLEETS_ARE_LEVEL))
                .<Progress>map(effect -> new Progress.Call(effect, "the fleets differ in size"))
                .orElseGet(() -> new Progress.Done("the fleets have one size"));
    }
}
