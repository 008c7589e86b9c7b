package io.teal.runtime.run;

import io.teal.release.Color;
import java.util.Optional;

/**
 * What came of an effect that was carried out.
 *
 * @param hook the colour for which the state machine has to call the user's hook; empty if nothing is left to call
 * @param deployment id of the deployment that was made
 * @param seconds how long to wait before it can be read back
 */
public record Reply(Optional<Color> hook, Optional<String> deployment, int seconds) {
    static Reply after(int seconds) {
        return new Reply(Optional.empty(), Optional.empty(), seconds);
    }
}
