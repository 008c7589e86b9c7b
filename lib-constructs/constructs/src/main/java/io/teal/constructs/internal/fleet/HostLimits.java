package io.teal.constructs.internal.fleet;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.autoscaling.AutoScalingGroup;
import software.amazon.awscdk.services.ec2.LaunchTemplate;

/** What only a deploy would find out, looked at when the app is synthesized: until then users may add to a fleet. */
final class HostLimits {
    private static final int MOST_USER_DATA_BYTES = 16_384;

    private HostLimits() {}

    /** Refuses user data that EC2 does not take. */
    static void check(LaunchTemplate template) {
        template.getNode().addValidation(() -> userData(template));
    }

    /** Refuses hosts that an instance refresh cannot replace. */
    static void checkRefreshed(AutoScalingGroup group) {
        group.getNode().addValidation(() -> protection(group));
    }

    private static List<String> userData(LaunchTemplate template) {
        String script = template.getUserData().render();
        int bytes = bytes(Stack.of(template).resolve(script));
        return bytes <= MOST_USER_DATA_BYTES
                ? List.of()
                : List.of(String.format(
                        Locale.ROOT,
                        "the hosts' user data has %,d bytes, and EC2 takes %,d; put what is large into the image or an"
                                + " object in S3 that user data fetches",
                        bytes,
                        MOST_USER_DATA_BYTES));
    }

    /** Of what is known: what CloudFormation puts in counts as nothing. */
    private static int bytes(Object value) {
        if (value instanceof String text) {
            return text.getBytes(StandardCharsets.UTF_8).length;
        }
        if (value instanceof List<?> parts) {
            return parts.stream().mapToInt(HostLimits::bytes).sum();
        }
        return value instanceof Map<?, ?> map && map.get("Fn::Join") instanceof List<?> join ? bytes(join.get(1)) : 0;
    }

    private static List<String> protection(AutoScalingGroup group) {
        return group.areNewInstancesProtectedFromScaleIn()
                ? List.of(
                        "new hosts are protected from scale-in, and an instance refresh would wait an hour for each and"
                                + " fail; omit protectNewInstancesFromScaleIn")
                : List.of();
    }
}
