package io.teal.release.steps;

import io.teal.release.step.Effect;
import io.teal.release.step.Guard;
import io.teal.release.step.Progress;
import io.teal.release.step.Step;
import io.teal.release.step.StepContext;
import java.time.Duration;

/** Marks the version as promoted, so that a later deploy that returns to it is known as a rollback. */
public record MarkVersion(Duration patience) implements Step {
    @Override
    public String name() {
        return "mark version";
    }

    @Override
    public Progress look(StepContext run) {
        boolean marked = run.seen().fleets().orElseThrow().served().contains(run.toward());
        return marked || !run.on(Guard.PROMOTED_IS_MARKED)
                ? new Progress.Done(run.toward() + " is marked as promoted")
                : new Progress.Perform(
                        new Effect.MarkPromoted(run.toward()), run.toward() + " is not marked as promoted");
    }
}
