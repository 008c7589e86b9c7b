package io.teal.runtime.execution;

import java.util.Map;
import java.util.TreeMap;

/** The answer of a custom resource. */
final class Answer {
    private Answer() {}

    static Map<String, Object> of(Event event, boolean succeeded, String why, Map<String, Object> data) {
        Map<String, Object> answer = new TreeMap<>();
        answer.put("Status", succeeded ? "SUCCESS" : "FAILED");
        answer.put("Reason", why);
        answer.put("PhysicalResourceId", event.physicalId());
        answer.put("StackId", event.stack());
        answer.put("RequestId", event.requestId());
        answer.put("LogicalResourceId", event.resource());
        answer.put("Data", data);
        return answer;
    }
}
