package io.teal.rehearsal.aws;

import io.teal.rehearsal.template.Opaque;

/** ARNs of a rehearsal: shaped as in AWS, of whose parts metric dimensions consist, with logical ids for names. */
public final class LocalArns {
    private static final String BALANCING = "arn:aws:elasticloadbalancing:local:000000000000:";

    private LocalArns() {}

    /** The ARN of load balancer {@code id}. */
    public static String loadBalancer(String id) {
        return BALANCING + "loadbalancer/app/" + id + "/1";
    }

    /** The ARN of target group {@code id}. */
    public static String targetGroup(String id) {
        return BALANCING + "targetgroup/" + id + "/1";
    }

    /** The logical id in an ARN, in the value of a metric dimension, or in a reference. */
    static String id(String arn) {
        String[] parts = arn.split("/");
        return parts.length > 2 ? parts[parts.length - 2] : Opaque.referred(arn);
    }
}
