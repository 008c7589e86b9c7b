package io.teal.operate.aws;

import io.teal.operate.account.GroupCount;
import io.teal.operate.account.LaunchedHost;
import io.teal.operate.account.Quotas;
import io.teal.runtime.aws.AwsCalls;
import io.teal.runtime.aws.MadeOnce;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.CpuOptions;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Limit;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.servicequotas.ServiceQuotasClient;

/**
 * {@link Quotas} over the AWS SDK.
 *
 * @param scaling reads groups
 * @param balancing reads target groups
 * @param ec2 reads hosts
 * @param quotas reads what the others do not say
 */
record SdkQuotas(
        MadeOnce<AutoScalingClient> scaling,
        MadeOnce<ElasticLoadBalancingV2Client> balancing,
        MadeOnce<Ec2Client> ec2,
        MadeOnce<ServiceQuotasClient> quotas)
        implements Quotas {
    /** Tag that Auto Scaling sets on a host that it launched. */
    private static final String GROUP = "aws:autoscaling:groupName";

    private static final Filter STARTED = Filter.builder()
            .name("instance-state-name")
            .values(InstanceStateName.PENDING.toString(), InstanceStateName.RUNNING.toString())
            .build();

    @Override
    public GroupCount groups() {
        var limits = AwsCalls.of(
                "autoscaling DescribeAccountLimits", () -> scaling.get().describeAccountLimits());
        return new GroupCount(limits.numberOfAutoScalingGroups(), limits.maxNumberOfAutoScalingGroups());
    }

    @Override
    public Map<String, Integer> loadBalancing() {
        return AwsCalls.of(
                "elasticloadbalancing DescribeAccountLimits",
                () -> balancing.get().describeAccountLimitsPaginator(to -> {}).stream()
                        .flatMap(page -> page.limits().stream())
                        .filter(limit -> limit.max() != null && limit.max().matches("\\d{1,9}"))
                        .collect(Collectors.toMap(Limit::name, limit -> Integer.valueOf(limit.max()))));
    }

    @Override
    public List<String> targetGroups(String loadBalancer) {
        return AwsCalls.of(
                "DescribeTargetGroups of " + loadBalancer,
                () ->
                        balancing
                                .get()
                                .describeTargetGroupsPaginator(to -> to.loadBalancerArn(loadBalancer))
                                .targetGroups()
                                .stream()
                                .map(TargetGroup::targetGroupArn)
                                .toList());
    }

    @Override
    public List<String> loadBalancers(List<String> targetGroups) {
        return AwsCalls.of(
                "DescribeTargetGroups",
                () ->
                        balancing
                                .get()
                                .describeTargetGroupsPaginator(to -> to.targetGroupArns(targetGroups))
                                .targetGroups()
                                .stream()
                                .flatMap(group -> group.loadBalancerArns().stream())
                                .distinct()
                                .toList());
    }

    @Override
    public int serviceQuota(String service, String quota) {
        return AwsCalls.of(
                        "GetServiceQuota " + quota,
                        () -> quotas.get()
                                .getServiceQuota(to -> to.serviceCode(service).quotaCode(quota)))
                .quota()
                .value()
                .intValue();
    }

    @Override
    public List<LaunchedHost> hosts() {
        return AwsCalls.of(
                "DescribeInstances",
                () -> ec2.get().describeInstancesPaginator(to -> to.filters(STARTED)).reservations().stream()
                        .flatMap(reservation -> reservation.instances().stream())
                        .map(SdkQuotas::host)
                        .toList());
    }

    /** The lifecycle of an On-Demand host is not said. */
    private static LaunchedHost host(Instance instance) {
        Optional<String> group = instance.tags().stream()
                .filter(tag -> tag.key().equals(GROUP))
                .map(Tag::value)
                .findFirst();
        CpuOptions cpus = instance.cpuOptions();
        return new LaunchedHost(
                group,
                instance.instanceTypeAsString(),
                instance.instanceLifecycle() == null,
                cpus == null ? 0 : cpus.coreCount() * cpus.threadsPerCore());
    }
}
