package io.teal.runtime.run;

/** Parts of ARNs that CloudWatch uses as names. */
final class Arns {
    private static final String BALANCER = "loadbalancer/";

    private Arns() {}

    /** {@code app/my-balancer/50dc6c495c0c9188} of {@code arn:...:loadbalancer/app/my-balancer/50dc6c495c0c9188}. */
    static String balancerDimension(String arn) {
        return arn.substring(arn.indexOf(BALANCER) + BALANCER.length());
    }

    /** {@code targetgroup/my-targets/73e2d6bc24d8a067} of {@code arn:...:targetgroup/my-targets/73e2d6bc24d8a067}. */
    static String targetGroupDimension(String arn) {
        return arn.substring(arn.lastIndexOf(':') + 1);
    }
}
