package io.teal.operate.account;

import io.teal.release.cutover.CutoverProperties;
import java.util.Map;

/**
 * A service of Teal in a stack.
 *
 * @param stack its stack
 * @param properties what a template tells Preflight and Shift
 * @param told the same with all else that wakes them, as CloudFormation would hand it on
 */
public record Service(StackState stack, CutoverProperties properties, Map<String, Object> told) {
    /** Copies the map. */
    public Service {
        told = Map.copyOf(told);
    }

    /** Its name. */
    public String name() {
        return properties.service();
    }
}
