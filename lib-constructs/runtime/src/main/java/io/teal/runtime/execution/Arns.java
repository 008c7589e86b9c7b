package io.teal.runtime.execution;

/** Parts of ARNs that CloudWatch uses as names, and ARNs of what AWS names by an id. */
final class Arns {
    private static final String BALANCER = "loadbalancer/";

    private Arns() {}

    /**
     * The ARN of {@code host}, an instance where {@code stack} is: {@code arn:partition:service:region:account:...}.
     */
    static String host(String stack, String host) {
        String[] parts = stack.split(":");
        return String.join(":", "arn", parts[1], "ec2", parts[3], parts[4], "instance/" + host);
    }

    /** {@code app/my-balancer/50dc6c495c0c9188} of {@code arn:...:loadbalancer/app/my-balancer/50dc6c495c0c9188}. */
    static String balancerDimension(String arn) {
        return arn.substring(arn.indexOf(BALANCER) + BALANCER.length());
    }

    /** {@code targetgroup/my-targets/73e2d6bc24d8a067} of {@code arn:...:targetgroup/my-targets/73e2d6bc24d8a067}. */
    static String targetGroupDimension(String arn) {
        return arn.substring(arn.lastIndexOf(':') + 1);
    }
}
