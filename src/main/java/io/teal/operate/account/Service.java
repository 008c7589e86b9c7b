package io.teal.operate.account;

import io.teal.release.cutover.CutoverProperties;

/**
 * A service of Teal in a stack.
 *
 * @param stack its stack
 * @param properties what the stack's template tells Preflight and Shift
 */
public record Service(StackState stack, CutoverProperties properties) {
    /** Its name. */
    public String name() {
        return properties.service();
    }
}
