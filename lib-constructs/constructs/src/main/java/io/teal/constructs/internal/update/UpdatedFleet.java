package io.teal.constructs.internal.update;

import io.teal.constructs.internal.common.GroupNames;
import io.teal.constructs.internal.common.L1;
import io.teal.constructs.internal.cutover.HealthAlarms;
import io.teal.constructs.internal.cutover.MonitoredTargets;
import io.teal.constructs.internal.fleet.FleetParts;
import io.teal.constructs.internal.fleet.FleetScaling;
import io.teal.constructs.internal.fleet.RefreshPolicy;
import io.teal.constructs.internal.lastlook.GroupCheck;
import io.teal.constructs.internal.lastlook.LastLook;
import io.teal.constructs.internal.lastlook.UpdatePolicyCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import software.amazon.awscdk.services.autoscaling.AutoScalingGroup;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.IAlarm;
import software.amazon.awscdk.services.ec2.LaunchTemplate;
import software.constructs.Construct;

/** The one fleet of a service, with the alarms that roll its releases back; subclasses are the ways to update it. */
public abstract class UpdatedFleet extends Construct {
    private final UpdatedFleetProps props;
    private final String groupName;
    private final List<Alarm> ownAlarms;
    private final List<IAlarm> alarms;

    UpdatedFleet(Construct scope, String id, UpdatedFleetProps props, UpdateWay way) {
        super(scope, id);
        this.props = props;
        this.groupName = GroupNames.of(this, props.serviceName());
        MonitoredTargets targets = new MonitoredTargets(
                props.serviceName(),
                props.router().getLoadBalancer().getLoadBalancerFullName(),
                props.router().getTargetGroup().getTargetGroupFullName(),
                false);
        OptionalInt fewest = OptionalInt.of(way.serving(props.parts().options().minCapacity()));
        this.ownAlarms = new HealthAlarms(this, "Health", targets, way.health(), fewest).getAlarms();
        this.alarms = new ArrayList<>(ownAlarms);
        alarms.addAll(way.alarms());
    }

    /** The Auto Scaling group. */
    public abstract AutoScalingGroup getAutoScalingGroup();

    /** A command that shows how far the newest release is. */
    public abstract String watchCommand();

    /** Teal's own alarms. */
    public final List<Alarm> getAlarms() {
        return ownAlarms;
    }

    /** Teal's and the user's. */
    final List<IAlarm> allAlarms() {
        return alarms;
    }

    final String groupName() {
        return groupName;
    }

    final LaunchTemplate launchTemplate(boolean monitored) {
        return props.parts().launchTemplate(this, props.boot(), monitored);
    }

    final AutoScalingGroup group(LaunchTemplate template, Optional<RefreshPolicy> refresh) {
        FleetParts parts = props.parts();
        AutoScalingGroup group =
                parts.group(this, groupName, template, refresh, props.boot().healthCheckType());
        FleetScaling.Applies all =
                new FleetScaling.Applies(true, true, Optional.of(props.router().getRequestLabel()));
        new FleetScaling(this, group, parts.options(), all);
        LastLook look = LastLook.at(this);
        look.keep(new UpdatePolicyCheck(L1.of(group), refresh.isPresent()));
        look.keep(new GroupCheck(
                L1.of(group), groupName, List.of(L1.of(props.router().getTargetGroup())), List.of()));
        return group;
    }
}
