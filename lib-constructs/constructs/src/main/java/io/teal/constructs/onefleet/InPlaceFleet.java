package io.teal.constructs.onefleet;

import io.teal.constructs.codedeploy.DeploymentGroupsOptions;
import io.teal.constructs.codedeploy.InPlaceDeployments;
import io.teal.constructs.cutover.HealthAlarms;
import io.teal.constructs.cutover.InPlaceInstall;
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
import software.amazon.awscdk.services.cloudwatch.IAlarm;
import software.amazon.awscdk.services.ec2.LaunchTemplate;
import software.constructs.Construct;
import software.constructs.IConstruct;

/** A fleet whose hosts stay, and are installed by CodeDeploy some at a time; no deploy replaces one. */
final class InPlaceFleet extends Construct implements OneFleet {
    private final OneFleetServiceProps props;
    private final InPlaceOptions options;
    private final SingleRouter router;
    private final String name;
    private final HealthAlarms health;
    private final AutoScalingGroup group;
    private final InPlaceDeployments deployments;

    InPlaceFleet(Construct scope, String id, OneFleetServiceProps props, FleetParts parts, SingleRouter router) {
        super(scope, id);
        this.props = props;
        this.options = ((Way.InPlace) props.way()).options();
        this.router = router;
        this.name = OneFleetService.groupName(this, props.serviceName());
        int serving = options.pace().serving(props.fleet().minCapacity());
        this.health = Alarmed.of(props, router, serving).alarms(this, options.health());
        this.group = group(parts);
        this.deployments =
                new InPlaceDeployments(this, "CodeDeploy", group, router.getTargetGroup(), deploymentOptions());
        install();
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
        return "aws deploy list-deployments --max-items 1 --application-name "
                + deployments.getApplication().getApplicationName() + " --deployment-group-name "
                + deployments.getDeploymentGroup().getDeploymentGroupName();
    }

    private AutoScalingGroup group(FleetParts parts) {
        LaunchTemplate template = parts.launchTemplate(this, props.delivery().hostSetup(props.version()));
        AutoScalingGroup made =
                parts.group(this, name, template, Optional.empty(), HostHealth.checks(props.delivery(), props.fleet()));
        // What a launched host will run when CodeDeploy has installed it, which is before it is in service.
        Tags.of(made).add(Contract.VERSION_TAG, props.version().value());
        new FleetScaling(
                this, made, props.fleet(), new FleetScaling.Applies(true, true, Optional.of(router.getRequestLabel())));
        return made;
    }

    private DeploymentGroupsOptions deploymentOptions() {
        return DeploymentGroupsOptions.builder()
                .alarms(alarms().toArray(IAlarm[]::new))
                .deploymentConfig(options.pace().config())
                .timeout(options.timeout())
                .build();
    }

    private List<IAlarm> alarms() {
        List<IAlarm> alarms = new ArrayList<>(health.getAlarms());
        alarms.addAll(options.alarms());
        return alarms;
    }

    private void install() {
        InPlaceInstall install = new InPlaceInstall(
                this,
                "Release",
                new InPlaceInstall.Told(
                        props.serviceName(),
                        props.version(),
                        new InPlaceInstall.Hosts(name, props.fleet().maxCapacity()),
                        router.getTargetGroup().getTargetGroupArn(),
                        router.getLoadBalancer().getLoadBalancerArn(),
                        alarms().stream().map(IAlarm::getAlarmName).toList(),
                        deployments.install(props.delivery().revisions().orElseThrow(), props.version()),
                        options.bakeTime()));
        install.getResource().addResourceDependency(resource(group));
        health.getAlarms().forEach(alarm -> install.getResource().addResourceDependency(resource(alarm)));
    }

    private static CfnResource resource(IConstruct construct) {
        return (CfnResource) construct.getNode().getDefaultChild();
    }
}
