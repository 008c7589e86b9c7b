package io.teal.constructs.internal.lastlook;

/**
 * What a check found.
 *
 * @param where path of the construct, or the resource's logical id
 * @param what what stands there, and what it would do
 * @param remedy what to do
 */
public record Violation(String where, String what, String remedy) {
    @Override
    public String toString() {
        return where + ": " + what + "; " + remedy;
    }
}
