package io.teal.constructs.fleet;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.services.autoscaling.AutoScalingGroup;
import software.amazon.awscdk.services.autoscaling.BasicScheduledActionProps;
import software.amazon.awscdk.services.autoscaling.CpuUtilizationScalingProps;
import software.amazon.awscdk.services.autoscaling.PredefinedMetric;
import software.amazon.awscdk.services.autoscaling.ScheduledAction;
import software.amazon.awscdk.services.autoscaling.TargetTrackingScalingPolicy;
import software.constructs.Construct;

/** What changes the size of a fleet: targets that are tracked, and schedules. */
final class FleetScaling {
    private final Construct scope;
    private final ColorFleetProps props;
    private final AutoScalingGroup group;
    private final TargetTrackingScalingPolicy cpu;
    private final List<CfnResource> resources = new ArrayList<>();

    FleetScaling(Construct scope, ColorFleetProps props, AutoScalingGroup group) {
        this.scope = scope;
        this.props = props;
        this.group = group;
        this.cpu = cpu();
        resources.add(resource(cpu));
        props.options().requestsPerHost().ifPresent(target -> resources.add(resource(requests(target))));
        if (props.scheduled()) {
            props.options().schedules().forEach(schedule -> resources.add(resource(schedule(schedule))));
        }
    }

    TargetTrackingScalingPolicy cpuPolicy() {
        return cpu;
    }

    List<CfnResource> resources() {
        return List.copyOf(resources);
    }

    private TargetTrackingScalingPolicy cpu() {
        return group.scaleOnCpuUtilization(
                "Cpu",
                CpuUtilizationScalingProps.builder()
                        .targetUtilizationPercent(props.options().cpuTargetPercent())
                        .disableScaleIn(!props.scaleIn())
                        .build());
    }

    /** By a label that is told: {@code scaleOnRequestCount} would wait for the listener that waits for the fleets. */
    private TargetTrackingScalingPolicy requests(int target) {
        String label = props.requestLabel()
                .orElseThrow(() -> new IllegalArgumentException(
                        "requestsPerHost needs an Application Load Balancer, which counts requests; scale on CPU"));
        return TargetTrackingScalingPolicy.Builder.create(scope, "Requests")
                .autoScalingGroup(group)
                .predefinedMetric(PredefinedMetric.ALB_REQUEST_COUNT_PER_TARGET)
                .resourceLabel(label)
                .targetValue(target)
                .disableScaleIn(!props.scaleIn())
                .build();
    }

    private ScheduledAction schedule(FleetSchedule schedule) {
        BasicScheduledActionProps.Builder action =
                BasicScheduledActionProps.builder().schedule(schedule.when()).minCapacity(schedule.minCapacity());
        schedule.timeZone().ifPresent(action::timeZone);
        return group.scaleOnSchedule(schedule.name(), action.build());
    }

    private static CfnResource resource(Construct construct) {
        return (CfnResource) construct.getNode().getDefaultChild();
    }
}
