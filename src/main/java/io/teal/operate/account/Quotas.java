package io.teal.operate.account;

import java.util.List;
import java.util.Map;

/**
 * The calls by which quotas are read, and what uses them is counted, under AWS's names. Every list is whole, however
 * many pages it has.
 *
 * @see io.teal.release.port.AwsException what each throws if it fails
 */
public interface Quotas {
    /** Auto Scaling {@code DescribeAccountLimits}: groups in the region, and how many there may be. */
    GroupCount groups();

    /**
     * Elastic Load Balancing {@code DescribeAccountLimits}: each quota by AWS's name, as
     * {@code targets-per-application-load-balancer}; one that is no whole number is left out.
     */
    Map<String, Integer> loadBalancing();

    /** Elastic Load Balancing {@code DescribeTargetGroups}: the ARNs of a load balancer's target groups. */
    List<String> targetGroups(String loadBalancer);

    /** The same call: the ARNs of the load balancers that use {@code targetGroups}, which are 1 to 20. */
    List<String> loadBalancers(List<String> targetGroups);

    /**
     * Service Quotas {@code GetServiceQuota}.
     *
     * @param service its code, as {@code ec2}
     * @param quota its code, as {@code L-1216C47A}
     */
    int serviceQuota(String service, String quota);

    /** EC2 {@code DescribeInstances}: hosts that are pending or running, of the whole region. */
    List<LaunchedHost> hosts();
}
