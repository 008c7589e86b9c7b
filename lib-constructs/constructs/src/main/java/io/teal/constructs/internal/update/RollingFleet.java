package io.teal.constructs.internal.update;

import io.teal.constructs.internal.common.L1;
import io.teal.constructs.internal.fleet.FleetParts;
import io.teal.constructs.internal.lastlook.LastLook;
import io.teal.release.Contract;
import java.util.Optional;
import software.amazon.awscdk.Tags;
import software.amazon.awscdk.services.autoscaling.AutoScalingGroup;
import software.amazon.awscdk.services.autoscaling.InstanceRefreshOptions;
import software.amazon.awscdk.services.autoscaling.InstanceRefreshStrategy;
import software.amazon.awscdk.services.autoscaling.UpdatePolicy;
import software.amazon.awscdk.services.ec2.LaunchTemplate;
import software.constructs.Construct;

/** A fleet whose hosts are replaced when its launch template changes; the version is in the launch template. */
final class RollingFleet extends UpdatedFleet {
    private final RollingSettings options;
    private final AutoScalingGroup group;

    RollingFleet(Construct scope, String id, UpdatedFleetProps props, RollingSettings options) {
        super(scope, id, props, options);
        this.options = options;
        // An update of Teal alone must not replace hosts, as any change of the launch template does here.
        LaunchTemplate template = launchTemplate(false);
        Tags.of(template).add(Contract.VERSION_TAG, props.version().value());
        this.group = group(template, Optional.of(policy()));
        // The first rollback reads the policy of the template before: its alarms must be there before the group is.
        LastLook look = LastLook.at(this);
        getAlarms().forEach(alarm -> look.order(L1.of(group), L1.of(alarm)));
    }

    @Override
    public AutoScalingGroup getAutoScalingGroup() {
        return group;
    }

    @Override
    public String watchCommand() {
        return "aws autoscaling describe-instance-refreshes --max-records 1 --auto-scaling-group-name " + groupName();
    }

    /** The same in every template: a rollback takes it from the one it goes back to. */
    private UpdatePolicy policy() {
        return UpdatePolicy.instanceRefresh(InstanceRefreshOptions.builder()
                .strategy(InstanceRefreshStrategy.ROLLING)
                .minHealthyPercentage(FleetParts.MIN_HEALTHY_PERCENT)
                .maxHealthyPercentage(FleetParts.MAX_HEALTHY_PERCENT)
                .checkpointPercentages(options.checkpoints())
                .checkpointDelay(options.checkpointDelay())
                .bakeTime(options.bakeTime())
                .alarms(allAlarms())
                .skipMatching(true)
                .build());
    }
}
