package io.teal.runtime.execution;

import io.teal.release.Color;
import java.util.Optional;

/**
 * The result of an effect.
 *
 * @param hook the colour to call the user's hook for; empty if there is no call
 * @param deployment id of the deployment that was created
 * @param seconds how long to wait before it can be read back
 */
public record CallResult(Optional<Color> hook, Optional<String> deployment, int seconds) {
    static CallResult after(int seconds) {
        return new CallResult(Optional.empty(), Optional.empty(), seconds);
    }
}
