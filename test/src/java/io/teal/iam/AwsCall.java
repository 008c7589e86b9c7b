package io.teal.iam;

import java.util.Map;

/**
 * What IAM decides about.
 *
 * @param action as policies name it: {@code autoscaling:SetDesiredCapacity}
 * @param resource its ARN; {@code *} if AWS cannot scope the action
 * @param context condition keys and their values: a text, or a list of texts
 */
record AwsCall(String action, String resource, Map<String, Object> context) {
    Map<String, Object> write() {
        return Map.of("action", action, "resource", resource, "context", context);
    }
}
