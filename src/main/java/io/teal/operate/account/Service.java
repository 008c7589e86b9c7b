package io.teal.operate.account;

import io.teal.release.cutover.CutoverProperties;
import java.util.Map;

/**
 * A service of Teal in a stack.
 *
 * @param stack its stack
 * @param properties what Preflight and Shift get from the template
 * @param resource all resource properties of Shift, as CloudFormation passes them
 */
public record Service(StackState stack, CutoverProperties properties, Map<String, Object> resource) {
    /** Copies the map. */
    public Service {
        resource = Map.copyOf(resource);
    }

    /** Its name. */
    public String name() {
        return properties.service();
    }
}
