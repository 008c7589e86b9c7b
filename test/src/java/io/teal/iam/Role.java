package io.teal.iam;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A role of a service.
 *
 * @param name of the service and what takes the role
 * @param policy what it may do
 * @param calls what is done with it, each call once
 * @param foreign what must not be possible with it
 */
record Role(String name, JsonNode policy, List<AwsCall> calls, List<AwsCall> foreign) {
    @Override
    public String toString() {
        return name;
    }
}
