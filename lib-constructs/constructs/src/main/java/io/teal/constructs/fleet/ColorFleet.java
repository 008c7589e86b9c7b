package io.teal.constructs.fleet;

import io.teal.constructs.support.GroupNames;
import io.teal.release.Color;
import io.teal.release.Contract;
import io.teal.release.InvalidValueException;
import io.teal.release.Version;
import java.util.List;
import java.util.Optional;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Tags;
import software.amazon.awscdk.services.autoscaling.AutoScalingGroup;
import software.amazon.awscdk.services.autoscaling.InstanceRefreshOptions;
import software.amazon.awscdk.services.autoscaling.InstanceRefreshStrategy;
import software.amazon.awscdk.services.autoscaling.TargetTrackingScalingPolicy;
import software.amazon.awscdk.services.autoscaling.UpdatePolicy;
import software.amazon.awscdk.services.ec2.LaunchTemplate;
import software.constructs.Construct;

/**
 * The hosts of one colour: a launch template, an Auto Scaling group of a fixed name and a CPU target.
 *
 * <p>It is in the template if and only if its colour has a version, so construct it only then. What CloudFormation
 * does:
 *
 * <ul>
 *   <li>create: makes the group and goes on at once; nothing waits for healthy hosts;
 *   <li>update of the launch template: an instance refresh, launching before it terminates, which CloudFormation waits
 *       for; the policy is the same constant in every template, because a rollback reads it from the template it
 *       returns to;
 *   <li>update of the sizes: takes effect at once and waits for nothing;
 *   <li>removal: in the cleanup after the update has succeeded, so never before traffic has left.
 * </ul>
 *
 * <p>The group has no desired capacity in the template: a deploy never changes the size of a running fleet.
 *
 * <pre>{@code
 * ColorFleet.Builder.create(this, "Blue")
 *         .serviceName("orders").color(Color.BLUE).version(Version.of("1.0.0")).vpc(vpc)
 *         .delivery(delivery).role(role).securityGroup(group).targetGroup(blueTargets)
 *         .build();
 * }</pre>
 */
public final class ColorFleet extends Construct {
    private final ColorFleetProps props;
    private final LaunchTemplate launchTemplate;
    private final AutoScalingGroup autoScalingGroup;
    private final FleetScaling scaling;

    /**
     * The fleet that {@code props} describe.
     *
     * @throws InvalidValueException if the subnets are in fewer than two zones, the delivery knows no such version, or
     *     a group of the app has the name
     */
    public ColorFleet(Construct scope, String id, ColorFleetProps props) {
        super(scope, id);
        this.props = props;
        GroupNames.take(this, groupName(this, props.serviceName(), props.color()));
        FleetParts parts = new FleetParts(
                props.vpc(),
                props.role(),
                props.securityGroup(),
                List.of(props.targetGroup().getTargetGroupArn()),
                props.options());
        this.launchTemplate = parts.launchTemplate(this, props.delivery().hostSetup(props.version()));
        this.autoScalingGroup = parts.group(
                this,
                groupName(this, props.serviceName(), props.color()),
                launchTemplate,
                Optional.of(launchBeforeTerminate()),
                HostHealth.checks(props.delivery(), props.options()));
        this.scaling = new FleetScaling(
                this,
                autoScalingGroup,
                props.options(),
                new FleetScaling.Applies(props.scaleIn(), props.scheduled(), props.requestLabel()));
        tag();
    }

    /**
     * The group's name, {@code <stack>-<service>-<color>}: fixed, so that policies can name it without referring to it.
     */
    public static String groupName(Construct scope, String serviceName, Color color) {
        return Contract.groupName(Stack.of(scope).getStackName(), serviceName, color);
    }

    /** The slot. */
    public Color getColor() {
        return props.color();
    }

    /** What the fleet runs. */
    public Version getVersion() {
        return props.version();
    }

    /** The fewest hosts. */
    public int getMinCapacity() {
        return props.options().minCapacity();
    }

    /** The launch template. */
    public LaunchTemplate getLaunchTemplate() {
        return launchTemplate;
    }

    /** The Auto Scaling group. */
    public AutoScalingGroup getAutoScalingGroup() {
        return autoScalingGroup;
    }

    /** The policy that keeps the CPU at its target. */
    public TargetTrackingScalingPolicy getScaling() {
        return scaling.cpuPolicy();
    }

    /** All that changes the group's size: policies and schedules. */
    public List<CfnResource> getSizing() {
        return scaling.resources();
    }

    private static UpdatePolicy launchBeforeTerminate() {
        return UpdatePolicy.instanceRefresh(InstanceRefreshOptions.builder()
                .strategy(InstanceRefreshStrategy.ROLLING)
                .minHealthyPercentage(FleetParts.MIN_HEALTHY_PERCENT)
                .maxHealthyPercentage(FleetParts.MAX_HEALTHY_PERCENT)
                .build());
    }

    private void tag() {
        Tags.of(autoScalingGroup).add("Name", groupName(this, props.serviceName(), props.color()));
        Tags.of(autoScalingGroup).add(Contract.SERVICE_TAG, props.serviceName());
        Tags.of(autoScalingGroup).add(Contract.COLOR_TAG, props.color().toString());
        Tags.of(autoScalingGroup).add(Contract.VERSION_TAG, props.version().value());
    }

    /** Builds a {@link ColorFleet}. */
    public static final class Builder extends ColorFleetSettings<Builder> {
        private final Construct scope;
        private final String id;

        private Builder(Construct scope, String id) {
            this.scope = scope;
            this.id = id;
        }

        /** A builder of the fleet that will be {@code id} in {@code scope}. */
        public static Builder create(Construct scope, String id) {
            return new Builder(scope, id);
        }

        /**
         * The fleet.
         *
         * @throws NullPointerException naming the value that is missing
         * @throws InvalidValueException as the constructor
         */
        public ColorFleet build() {
            return new ColorFleet(scope, id, props());
        }

        @Override
        Builder self() {
            return this;
        }
    }
}
