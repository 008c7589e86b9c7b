package io.teal.constructs.codedeploy;

import io.teal.constructs.fleet.ColorFleet;
import io.teal.constructs.support.ColorNames;
import io.teal.release.Color;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.services.codedeploy.AutoRollbackConfig;
import software.amazon.awscdk.services.codedeploy.LoadBalancer;
import software.amazon.awscdk.services.codedeploy.ServerApplication;
import software.amazon.awscdk.services.codedeploy.ServerDeploymentGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.IApplicationTargetGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.INetworkTargetGroup;
import software.constructs.Construct;

/**
 * A CodeDeploy application, and one deployment group for each colour that has a fleet.
 *
 * <p>A group deploys in place, behind the load balancer: a host is taken out of its target group, gets the revision,
 * and goes back in when it is healthy. Failed and stopped deployments roll back, and those that an alarm stops if there
 * are alarms. It never copies the Auto Scaling group: CloudFormation would lose sight of the copy.
 *
 * <p>A deployment group comes and goes with its fleet: CodeDeploy puts a launch hook on the Auto Scaling group, and
 * would give the hosts of a later fleet of the same colour the last revision of an earlier one. Instances need the
 * CodeDeploy agent; put it into the image or the user data.
 */
public final class DeploymentGroups extends Construct {
    private final DeploymentGroupsProps props;
    private final ServerApplication application;
    private final Map<Color, ServerDeploymentGroup> groups = new EnumMap<>(Color.class);

    /** The groups that {@code props} describe. */
    public DeploymentGroups(Construct scope, String id, DeploymentGroupsProps props) {
        super(scope, id);
        this.props = props;
        this.application = new ServerApplication(this, "Application");
        props.fleets().forEach(fleet -> groups.put(fleet.getColor(), group(fleet)));
    }

    /** The application. */
    public ServerApplication getApplication() {
        return application;
    }

    /** The deployment group of {@code color}, if the colour has a fleet. */
    public Optional<ServerDeploymentGroup> getDeploymentGroup(Color color) {
        return Optional.ofNullable(groups.get(color));
    }

    private ServerDeploymentGroup group(ColorFleet fleet) {
        return ServerDeploymentGroup.Builder.create(this, ColorNames.of(fleet.getColor()))
                .application(application)
                .autoScalingGroups(List.of(fleet.getAutoScalingGroup()))
                .loadBalancers(List.of(loadBalancer(fleet.getColor())))
                .deploymentConfig(props.options().deploymentConfig())
                .alarms(props.options().alarms())
                .ignorePollAlarmsFailure(false)
                .autoRollback(rollback())
                .installAgent(false)
                .build();
    }

    private LoadBalancer loadBalancer(Color color) {
        return props.router().getTargetGroup(color) instanceof INetworkTargetGroup network
                ? LoadBalancer.network(network)
                : LoadBalancer.application(
                        (IApplicationTargetGroup) props.router().getTargetGroup(color));
    }

    private AutoRollbackConfig rollback() {
        return AutoRollbackConfig.builder()
                .failedDeployment(true)
                .stoppedDeployment(true)
                .deploymentInAlarm(!props.options().alarms().isEmpty())
                .build();
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
