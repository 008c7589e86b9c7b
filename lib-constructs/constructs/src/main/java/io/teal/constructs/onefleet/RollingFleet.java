package io.teal.constructs.onefleet;

import io.teal.constructs.cutover.HealthAlarms;
import io.teal.constructs.fleet.FleetParts;
import io.teal.constructs.fleet.FleetScaling;
import io.teal.constructs.fleet.HostHealth;
import io.teal.constructs.traffic.SingleRouter;
import io.teal.release.Contract;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.Tags;
import software.amazon.awscdk.services.autoscaling.AutoScalingGroup;
import software.amazon.awscdk.services.autoscaling.InstanceRefreshOptions;
import software.amazon.awscdk.services.autoscaling.InstanceRefreshStrategy;
import software.amazon.awscdk.services.autoscaling.UpdatePolicy;
import software.amazon.awscdk.services.cloudwatch.IAlarm;
import software.amazon.awscdk.services.ec2.LaunchTemplate;
import software.constructs.Construct;
import software.constructs.IConstruct;

/** A fleet whose hosts are replaced when its launch template changes; the version is in the launch template. */
final class RollingFleet extends Construct implements OneFleet {
    private final RollingOptions options;
    private final String name;
    private final HealthAlarms health;
    private final AutoScalingGroup group;

    RollingFleet(Construct scope, String id, OneFleetServiceProps props, FleetParts parts, SingleRouter router) {
        super(scope, id);
        this.options = ((Way.Rolling) props.way()).options();
        this.name = OneFleetService.groupName(this, props.serviceName());
        this.health = Alarmed.of(props, router, props.fleet().minCapacity()).alarms(this, options.health());
        LaunchTemplate template = parts.launchTemplate(this, props.delivery().hostSetup(props.version()));
        Tags.of(template).add(Contract.VERSION_TAG, props.version().value());
        this.group = parts.group(
                this, name, template, Optional.of(policy()), HostHealth.checks(props.delivery(), props.fleet()));
        new FleetScaling(
                this,
                group,
                props.fleet(),
                new FleetScaling.Applies(true, true, Optional.of(router.getRequestLabel())));
        // The first rollback reads the policy of the template before: its alarms must be there before the group is.
        health.getAlarms().forEach(alarm -> resource(group).addResourceDependency(resource(alarm)));
    }

    @Override
    public AutoScalingGroup group() {
        return group;
    }

    @Override
    public HealthAlarms health() {
        return health;
    }

    @Override
    public String watchCommand() {
        return "aws autoscaling describe-instance-refreshes --max-records 1 --auto-scaling-group-name " + name;
    }

    /** The same in every template: a rollback takes it from the one it goes back to. */
    private UpdatePolicy policy() {
        List<IAlarm> alarms = new ArrayList<>(health.getAlarms());
        alarms.addAll(options.alarms());
        return UpdatePolicy.instanceRefresh(InstanceRefreshOptions.builder()
                .strategy(InstanceRefreshStrategy.ROLLING)
                .minHealthyPercentage(FleetParts.MIN_HEALTHY_PERCENT)
                .maxHealthyPercentage(FleetParts.MAX_HEALTHY_PERCENT)
                .checkpointPercentages(options.checkpoints())
                .checkpointDelay(options.checkpointDelay())
                .bakeTime(options.bakeTime())
                .alarms(alarms)
                .skipMatching(true)
                .build());
    }

    private static CfnResource resource(IConstruct construct) {
        return (CfnResource) construct.getNode().getDefaultChild();
    }
}
