package io.teal.runtime.execution;

import java.util.Map;

/** Where CloudFormation waits for the answer of a custom resource. */
public interface Answers {

    /**
     * Puts {@code answer}, as JSON, to the URL that the event named.
     *
     * @throws io.teal.release.port.AwsException if it was not accepted
     */
    void put(String url, Map<String, Object> answer);
}
