package io.teal.operate.account;

import java.util.List;

/**
 * What IAM says of a call that was not made.
 *
 * @param action as {@code states:ListExecutions}
 * @param allowed whether it would be allowed
 * @param missing context keys that conditions ask for and the simulation had no value of
 */
public record SimulatedCall(String action, boolean allowed, List<String> missing) {
    /** Copies the list. */
    public SimulatedCall {
        missing = List.copyOf(missing);
    }
}
