package io.teal.constructs.internal.update;

import io.teal.constructs.internal.common.L1;
import io.teal.constructs.internal.cutover.TurnBack;
import io.teal.constructs.internal.fleet.RefreshPolicy;
import io.teal.constructs.internal.lastlook.LastLook;
import io.teal.release.Contract;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.Tags;
import software.amazon.awscdk.services.autoscaling.AutoScalingGroup;
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
        this.group = group(template, Optional.of(refresh()));
        turnsBack();
    }

    @Override
    public AutoScalingGroup getAutoScalingGroup() {
        return group;
    }

    @Override
    public String watchCommand() {
        return "aws autoscaling describe-instance-refreshes --max-records 1 --auto-scaling-group-name " + groupName();
    }

    /** Whatever turns a release back must be there before hosts are replaced. */
    private void turnsBack() {
        LastLook look = LastLook.at(this);
        new TurnBack(this, "TurnBack", groupName(), allAlarms())
                .parts()
                .forEach(part -> look.order(L1.of(group), part));
    }

    /**
     * The same in every template: a rollback takes it from the one it goes back to. Without alarms: Auto Scaling would
     * not start the way back while one of them is in ALARM.
     */
    private RefreshPolicy refresh() {
        return new RefreshPolicy(Map.of(
                "CheckpointPercentages", options.checkpoints(),
                "CheckpointDelay", options.checkpointDelay().toSeconds(),
                "BakeTime", options.bakeTime().toSeconds(),
                "SkipMatching", true));
    }
}
