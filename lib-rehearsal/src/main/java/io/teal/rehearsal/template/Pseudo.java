package io.teal.rehearsal.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.Set;

/** Pseudo parameters. They depend on where a stack is: none is known unless it is given. */
final class Pseudo {
    static final String REGION = "AWS::Region";
    static final String STACK_NAME = "AWS::StackName";

    private static final String PARTITION = "AWS::Partition";
    private static final String SUFFIX = "AWS::URLSuffix";

    /** What stands for each in names and ARNs. */
    private static final Map<String, String> STAND_INS = Map.of(
            REGION,
            "local",
            "AWS::AccountId",
            "000000000000",
            PARTITION,
            "aws",
            SUFFIX,
            "amazonaws.com",
            STACK_NAME,
            "rehearsal",
            "AWS::StackId",
            "arn:aws:cloudformation:local:000000000000:stack/rehearsal/1",
            "AWS::NotificationARNs",
            "notification-arns");

    private Pseudo() {}

    static Set<String> names() {
        return STAND_INS.keySet();
    }

    static boolean isOne(String name) {
        return STAND_INS.containsKey(name);
    }

    static JsonNode value(String name, Map<String, String> given) {
        if (given.containsKey(name)) {
            return TextNode.valueOf(given.get(name));
        }
        String region = given.getOrDefault(REGION, "");
        if (!region.isEmpty() && (name.equals(PARTITION) || name.equals(SUFFIX))) {
            return TextNode.valueOf(name.equals(PARTITION) ? partition(region) : suffix(region));
        }
        return Unknowns.pseudo(name, STAND_INS.get(name));
    }

    private static String partition(String region) {
        return region.startsWith("cn-") ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
    }

    private static String suffix(String region) {
        return region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com";
    }
}
