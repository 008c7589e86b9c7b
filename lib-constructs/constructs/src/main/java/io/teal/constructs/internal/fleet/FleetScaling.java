package io.teal.constructs.internal.fleet;

import io.teal.constructs.internal.common.AnyVersion;
import io.teal.constructs.internal.common.L1;
import io.teal.release.InvalidValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.services.autoscaling.AutoScalingGroup;
import software.amazon.awscdk.services.autoscaling.BasicScheduledActionProps;
import software.amazon.awscdk.services.autoscaling.CpuUtilizationScalingProps;
import software.amazon.awscdk.services.autoscaling.PredefinedMetric;
import software.amazon.awscdk.services.autoscaling.ScheduledAction;
import software.amazon.awscdk.services.autoscaling.TargetTrackingScalingPolicy;
import software.constructs.Construct;

/** What changes the size of a fleet: target tracking, and schedules. */
public final class FleetScaling {
    private final Construct scope;
    private final AutoScalingGroup group;
    private final FleetSettings options;
    private final Applies applies;
    private final TargetTrackingScalingPolicy cpu;
    private final List<CfnResource> resources = new ArrayList<>();

    /**
     * What of the options applies.
     *
     * @param scaleIn whether target tracking may scale in
     * @param schedules whether the schedules do
     * @param requestLabel CloudWatch's label of the target group at its load balancer, if it counts requests
     */
    public record Applies(boolean scaleIn, boolean schedules, Optional<String> requestLabel) {}

    /**
     * Scaling of {@code group} by {@code options}; policies are made in {@code scope}.
     *
     * @throws InvalidValueException if the options track requests and {@code applies} has no label
     */
    public FleetScaling(Construct scope, AutoScalingGroup group, FleetSettings options, Applies applies) {
        this.scope = scope;
        this.group = group;
        this.options = options;
        this.applies = applies;
        this.cpu = cpu();
        resources.add(L1.of(cpu));
        options.requestsPerHost().ifPresent(target -> resources.add(L1.of(requests(target))));
        if (applies.schedules()) {
            options.schedules().forEach(schedule -> resources.add(L1.of(schedule(schedule))));
        }
    }

    /** The policy that keeps the CPU at its target. */
    public TargetTrackingScalingPolicy cpuPolicy() {
        return cpu;
    }

    /** All policies and schedules. */
    public List<CfnResource> resources() {
        return List.copyOf(resources);
    }

    private TargetTrackingScalingPolicy cpu() {
        return group.scaleOnCpuUtilization(
                "Cpu",
                CpuUtilizationScalingProps.builder()
                        .targetUtilizationPercent(options.cpuTargetPercent())
                        .disableScaleIn(!applies.scaleIn())
                        .build());
    }

    /** By a given label: {@code scaleOnRequestCount} would wait for the listener that waits for the fleets. */
    private TargetTrackingScalingPolicy requests(int target) {
        String label = applies.requestLabel()
                .orElseThrow(() -> new InvalidValueException(
                        "requestsPerHost needs an Application Load Balancer, which counts requests, and a target group"
                                + " for each fleet",
                        "scale on CPU"));
        TargetTrackingScalingPolicy.Builder policy = TargetTrackingScalingPolicy.Builder.create(scope, "Requests")
                .predefinedMetric(PredefinedMetric.ALB_REQUEST_COUNT_PER_TARGET)
                .resourceLabel(label)
                .targetValue(target)
                .disableScaleIn(!applies.scaleIn());
        AnyVersion.call(policy, group, "autoScalingGroup");
        return policy.build();
    }

    private ScheduledAction schedule(ScheduledCapacity schedule) {
        BasicScheduledActionProps.Builder action =
                BasicScheduledActionProps.builder().schedule(schedule.when()).minCapacity(schedule.minCapacity());
        schedule.timeZone().ifPresent(action::timeZone);
        schedule.night().ifPresent(night -> action.desiredCapacity(0));
        return group.scaleOnSchedule(schedule.name(), action.build());
    }
}
