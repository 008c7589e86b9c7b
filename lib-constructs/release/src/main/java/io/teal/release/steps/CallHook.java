package io.teal.release.steps;

import io.teal.release.Color;
import io.teal.release.observation.HookPoint;
import io.teal.release.step.Effect;
import io.teal.release.step.Guard;
import io.teal.release.step.Progress;
import io.teal.release.step.Step;
import io.teal.release.step.StepContext;
import java.time.Duration;
import java.util.Optional;

/**
 * Calls the user's hook, and goes on only if it passed. Called at least once: an answer may be lost.
 *
 * @param point which of the user's hooks
 */
public record CallHook(HookPoint point, Duration patience) implements Step {
    @Override
    public String name() {
        return "call hook";
    }

    @Override
    public Optional<String> what(Color toward) {
        boolean before = point == HookPoint.BEFORE_TRAFFIC;
        return Optional.of("your hook is called for " + toward + (before ? "" : ", which has its traffic"));
    }

    @Override
    public Progress look(StepContext run) {
        if (!run.on(Guard.HOOK_PASSED)) {
            return new Progress.Done("the hook is not called");
        }
        return switch (run.seen().hook()) {
            case PASSED -> new Progress.Done("the hook passed");
            case FAILED -> new Progress.Fail("the hook failed");
            case GOES_ON -> new Progress.Pending("the hook has not passed yet");
            case UNKNOWN ->
                new Progress.Perform(new Effect.InvokeHook(run.toward(), point), "the hook has not passed yet");
        };
    }
}
