package io.teal.runtime.execution;

import io.teal.release.step.Effect;
import java.util.Optional;

/**
 * The result of an effect.
 *
 * @param hook the call of the user's hook that is to be made; empty if there is none
 * @param deployment id of the deployment that was created
 * @param seconds how long to wait before it can be read back
 */
public record CallResult(Optional<Effect.InvokeHook> hook, Optional<String> deployment, int seconds) {
    static CallResult after(int seconds) {
        return new CallResult(Optional.empty(), Optional.empty(), seconds);
    }
}
