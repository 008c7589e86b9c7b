package io.teal.runtime.execution;

import io.teal.release.Color;
import java.util.Optional;

/**
 * What came of an effect that was carried out.
 *
 * @param hook the colour for which the state machine has to call the user's hook; empty if nothing is left to call
 * @param deployment id of the deployment that was made
 * @param seconds how long to wait before it can be read back
 */
public record CallResult(Optional<Color> hook, Optional<String> deployment, int seconds) {
    static CallResult after(int seconds) {
        return new CallResult(Optional.empty(), Optional.empty(), seconds);
    }
}
