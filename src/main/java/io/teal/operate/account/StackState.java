package io.teal.operate.account;

import io.teal.release.observation.Direction;
import java.util.Map;

/**
 * A stack.
 *
 * @param name its name
 * @param id its ARN
 * @param status CloudFormation's status, such as {@code UPDATE_COMPLETE}
 * @param parameters values of its template's parameters
 */
public record StackState(String name, String id, String status, Map<String, String> parameters) {
    /** Copies the map. */
    public StackState {
        parameters = Map.copyOf(parameters);
    }

    /** Whether it is idle, or in which direction an operation goes. */
    public Direction direction() {
        return Direction.of(status);
    }

    /** ARN of a resource of {@code service} in its partition, region and account. */
    public String arn(String service, String resource) {
        return "arn:" + part(1) + ":" + service + ":" + part(3) + ":" + part(4) + ":" + resource;
    }

    /** A part of its ARN: 1 is the partition, 3 the region, 4 the account. */
    String part(int index) {
        String[] parts = id.split(":", 6);
        return parts.length == 6 ? parts[index] : "";
    }
}
