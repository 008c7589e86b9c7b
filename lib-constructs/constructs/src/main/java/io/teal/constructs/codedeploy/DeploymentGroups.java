package io.teal.constructs.codedeploy;

import io.teal.constructs.cutover.Install;
import io.teal.constructs.fleet.ColorFleet;
import io.teal.constructs.fleet.Revisions;
import io.teal.constructs.support.ColorNames;
import io.teal.release.Color;
import io.teal.release.InvalidValueException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.services.codedeploy.LoadBalancer;
import software.amazon.awscdk.services.codedeploy.ServerApplication;
import software.amazon.awscdk.services.codedeploy.ServerDeploymentGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.IApplicationTargetGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.INetworkTargetGroup;
import software.constructs.Construct;

/**
 * A CodeDeploy application, and one deployment group for each colour that has a fleet; what {@code Delivery.codeDeploy}
 * installs through.
 *
 * <p>A group deploys in place, behind the load balancer: a host is taken out of its target group, gets the revision,
 * and goes back in when it is healthy. It never copies the Auto Scaling group: CloudFormation would lose sight of the
 * copy. It never rolls back by itself: what is installed where is decided by the stack, in one place.
 *
 * <p>A deployment group comes and goes with its fleet: CodeDeploy puts a launch hook on the Auto Scaling group, and
 * would give the hosts of a later fleet of the same colour the last revision of an earlier one.
 *
 * <p>A fleet has one group only, this one. With a second, CodeDeploy would install twice on each host at the same time;
 * when one of the two fails, the other waits for up to an hour. A second is refused when the app is synthesized.
 */
public final class DeploymentGroups extends Construct {
    private final DeploymentGroupsProps props;
    private final ServerApplication application;
    private final Map<Color, ServerDeploymentGroup> groups = new EnumMap<>(Color.class);

    /**
     * The groups that {@code props} describe.
     *
     * @throws InvalidValueException if the deployment configuration keeps all hosts of the smallest fleet healthy
     */
    public DeploymentGroups(Construct scope, String id, DeploymentGroupsProps props) {
        super(scope, id);
        this.props = props;
        this.application = new ServerApplication(this, "Application");
        for (ColorFleet fleet : props.fleets()) {
            HealthyHosts.check(props.options().deploymentConfig(), fleet.getMinCapacity());
            groups.put(fleet.getColor(), group(fleet));
        }
        getNode().addValidation(() -> OneGroupEach.violations(this, props.fleets()));
    }

    /** The application. */
    public ServerApplication getApplication() {
        return application;
    }

    /** The deployment group of {@code color}, if the colour has a fleet. */
    public Optional<ServerDeploymentGroup> getDeploymentGroup(Color color) {
        return Optional.ofNullable(groups.get(color));
    }

    /**
     * What {@link io.teal.constructs.cutover.Cutover} installs on each fleet: its version, out of {@code revisions}.
     */
    public Map<Color, Install> installs(Revisions revisions) {
        Map<Color, Install> installs = new EnumMap<>(Color.class);
        for (ColorFleet fleet : props.fleets()) {
            ServerDeploymentGroup group = groups.get(fleet.getColor());
            installs.put(
                    fleet.getColor(),
                    new Install(
                            application.getApplicationName(),
                            application.getApplicationArn(),
                            (CfnResource) group.getNode().getDefaultChild(),
                            revisions.bucket().getBucketName(),
                            revisions.key(fleet.getVersion()),
                            props.options().timeout()));
        }
        return installs;
    }

    private ServerDeploymentGroup group(ColorFleet fleet) {
        return new HostGroup(
                        application,
                        fleet.getAutoScalingGroup(),
                        props.options().deploymentConfig(),
                        props.options().alarms(),
                        List.of(loadBalancer(fleet.getColor())))
                .create(this, ColorNames.of(fleet.getColor()));
    }

    private LoadBalancer loadBalancer(Color color) {
        return props.router().getTargetGroup(color) instanceof INetworkTargetGroup network
                ? LoadBalancer.network(network)
                : LoadBalancer.application(
                        (IApplicationTargetGroup) props.router().getTargetGroup(color));
    }

    /** Builds {@link DeploymentGroups}. */
    public static final class Builder extends DeploymentGroupsSettings<Builder> {
        private final Construct scope;
        private final String id;

        private Builder(Construct scope, String id) {
            this.scope = scope;
            this.id = id;
        }

        /** A builder of the groups that will be {@code id} in {@code scope}. */
        public static Builder create(Construct scope, String id) {
            return new Builder(scope, id);
        }

        /**
         * The groups.
         *
         * @throws NullPointerException naming the value that is missing
         */
        public DeploymentGroups build() {
            return new DeploymentGroups(scope, id, props());
        }

        @Override
        Builder self() {
            return this;
        }
    }
}
