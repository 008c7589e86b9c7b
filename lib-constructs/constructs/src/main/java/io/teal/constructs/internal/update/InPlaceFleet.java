package io.teal.constructs.internal.update;

import io.teal.constructs.internal.codedeploy.DeploymentSettings;
import io.teal.constructs.internal.codedeploy.SingleDeploymentGroup;
import io.teal.constructs.internal.common.L1;
import io.teal.constructs.internal.cutover.InPlaceInstall;
import io.teal.constructs.internal.cutover.InPlaceInstallProps;
import io.teal.constructs.internal.lastlook.LastLook;
import io.teal.release.Contract;
import java.util.List;
import java.util.Optional;
import software.amazon.awscdk.Tags;
import software.amazon.awscdk.services.autoscaling.AutoScalingGroup;
import software.amazon.awscdk.services.cloudwatch.IAlarm;
import software.amazon.awscdk.services.codedeploy.LoadBalancer;
import software.constructs.Construct;

/** A fleet whose hosts stay, and are installed by CodeDeploy some at a time; no deploy replaces one. */
final class InPlaceFleet extends UpdatedFleet {
    private final UpdatedFleetProps props;
    private final InPlaceSettings options;
    private final AutoScalingGroup group;
    private final SingleDeploymentGroup deployments;

    InPlaceFleet(Construct scope, String id, UpdatedFleetProps props, InPlaceSettings options) {
        super(scope, id, props, options);
        this.props = props;
        this.options = options;
        this.group = group(launchTemplate(true), Optional.empty());
        // What a launched host will run when CodeDeploy has installed it, which is before it is in service.
        Tags.of(group).add(Contract.VERSION_TAG, props.version().value());
        this.deployments = deployments();
        install();
    }

    @Override
    public AutoScalingGroup getAutoScalingGroup() {
        return group;
    }

    @Override
    public String watchCommand() {
        return "aws deploy list-deployments --max-items 1 --application-name "
                + deployments.getApplication().getApplicationName() + " --deployment-group-name "
                + deployments.getDeploymentGroup().getDeploymentGroupName();
    }

    private SingleDeploymentGroup deployments() {
        LoadBalancer targets = LoadBalancer.application(props.router().getTargetGroup());
        DeploymentSettings settings =
                new DeploymentSettings(allAlarms(), options.pace().config(), options.timeout());
        return new SingleDeploymentGroup(this, "CodeDeploy", group, List.of(targets), settings);
    }

    private void install() {
        InPlaceInstall install = new InPlaceInstall(
                this,
                "Release",
                new InPlaceInstallProps(
                        props.serviceName(),
                        props.version(),
                        groupName(),
                        props.parts().options().maxCapacity(),
                        props.router().getTargetGroup().getTargetGroupArn(),
                        props.router().getLoadBalancer().getLoadBalancerArn(),
                        allAlarms().stream().map(IAlarm::getAlarmName).toList(),
                        deployments.installation(props.revision().orElseThrow()),
                        options.bakeTime(),
                        options.notices()));
        LastLook look = LastLook.at(this);
        look.order(install.getResource(), L1.of(group));
        getAlarms().forEach(alarm -> look.order(install.getResource(), L1.of(alarm)));
    }
}
