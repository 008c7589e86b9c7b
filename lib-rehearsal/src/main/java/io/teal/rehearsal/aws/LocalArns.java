package io.teal.rehearsal.aws;

import io.teal.rehearsal.template.Opaque;

/** ARNs of a rehearsal, which contain logical ids. */
final class LocalArns {
    private static final String TARGET_GROUP = "arn:aws:elasticloadbalancing:local:000000000000:targetgroup/";

    private LocalArns() {}

    static String targetGroup(String id) {
        return TARGET_GROUP + id + "/1";
    }

    /** The logical id in an ARN, in the value of a metric dimension, or in a reference. */
    static String id(String arn) {
        String[] parts = arn.split("/");
        return parts.length > 2 ? parts[parts.length - 2] : Opaque.referred(arn);
    }
}
