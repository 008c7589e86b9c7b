package io.teal.constructs.internal.codedeploy;

import io.teal.constructs.internal.common.L1;
import io.teal.constructs.internal.cutover.Installation;
import io.teal.constructs.internal.cutover.RevisionLocation;
import io.teal.constructs.internal.fleet.ColorFleetConstruct;
import io.teal.constructs.internal.lastlook.LastLook;
import io.teal.constructs.internal.lastlook.OneDeploymentGroupCheck;
import io.teal.constructs.internal.traffic.TrafficRouterConstruct;
import io.teal.release.Color;
import io.teal.release.InvalidValueException;
import io.teal.release.Version;
import io.teal.release.cutover.CutoverMap;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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
 * and goes back in when it is healthy. It never copies the Auto Scaling group: CloudFormation would not know the copy.
 * It never rolls back by itself: the stack alone decides what is installed where.
 *
 * <p>A deployment group is created and deleted with its fleet: CodeDeploy puts a launch hook on the Auto Scaling group,
 * and would give the hosts of a later fleet of the same colour the last revision of an earlier one.
 *
 * <p>A fleet must have no other group. With a second, CodeDeploy would install twice on each host at the same time;
 * when one of the two fails, the other waits for up to an hour. A second is refused when the app is synthesized.
 */
public class DeploymentGroupsConstruct extends Construct {
    private final List<? extends ColorFleetConstruct> fleets;
    private final TrafficRouterConstruct router;
    private final DeploymentSettings options;
    private final ServerApplication application;
    private final Map<Color, ServerDeploymentGroup> groups = new EnumMap<>(Color.class);

    /**
     * A group for each of {@code fleets}, which takes hosts out of the target groups of {@code router}.
     *
     * @throws InvalidValueException if the deployment configuration keeps all hosts of the smallest fleet healthy
     */
    public DeploymentGroupsConstruct(
            Construct scope,
            String id,
            List<? extends ColorFleetConstruct> fleets,
            TrafficRouterConstruct router,
            DeploymentSettings options) {
        super(scope, id);
        this.fleets = List.copyOf(fleets);
        this.router = router;
        this.options = options;
        this.application = new ServerApplication(this, "Application");
        for (ColorFleetConstruct fleet : fleets) {
            HealthyHosts.check(options.deploymentConfig(), fleet.getMinCapacity());
            groups.put(fleet.getColor(), group(fleet));
            LastLook.at(this)
                    .keep(new OneDeploymentGroupCheck(
                            L1.of(groups.get(fleet.getColor())),
                            L1.of(fleet.getAutoScalingGroup()),
                            fleet.getColor().toString()));
        }
    }

    /** The application. */
    public final ServerApplication getApplication() {
        return application;
    }

    /** The deployment group of {@code color}, if the colour has a fleet. */
    public final Optional<ServerDeploymentGroup> getDeploymentGroup(Color color) {
        return Optional.ofNullable(groups.get(color));
    }

    /** What Cutover installs on each fleet: its version, which {@code revisions} find. */
    public final Map<Color, Installation> installations(Function<Version, RevisionLocation> revisions) {
        Map<Color, Installation> installations = new EnumMap<>(Color.class);
        for (ColorFleetConstruct fleet : fleets) {
            RevisionLocation revision = revisions.apply(fleet.getVersion());
            Color color = fleet.getColor();
            installations.put(color, options.installation(application, groups.get(color), revision));
        }
        return installations;
    }

    private ServerDeploymentGroup group(ColorFleetConstruct fleet) {
        return InPlaceDeploymentGroup.create(
                this,
                CutoverMap.name(fleet.getColor()),
                application,
                fleet.getAutoScalingGroup(),
                List.of(loadBalancer(fleet.getColor())),
                options);
    }

    private LoadBalancer loadBalancer(Color color) {
        return router.getTargetGroup(color) instanceof INetworkTargetGroup network
                ? LoadBalancer.network(network)
                : LoadBalancer.application((IApplicationTargetGroup) router.getTargetGroup(color));
    }
}
