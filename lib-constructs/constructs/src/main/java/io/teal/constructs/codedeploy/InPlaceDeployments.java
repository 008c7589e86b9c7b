package io.teal.constructs.codedeploy;

import io.teal.constructs.cutover.Install;
import io.teal.constructs.fleet.Revisions;
import io.teal.release.Version;
import java.util.List;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.services.autoscaling.AutoScalingGroup;
import software.amazon.awscdk.services.codedeploy.LoadBalancer;
import software.amazon.awscdk.services.codedeploy.ServerApplication;
import software.amazon.awscdk.services.codedeploy.ServerDeploymentGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.IApplicationTargetGroup;
import software.constructs.Construct;

/**
 * A CodeDeploy application and the one deployment group of a fleet that serves while it is installed: each host is
 * taken out of the target group, installed, and put back. It never rolls back by itself, as {@link DeploymentGroups}.
 */
public final class InPlaceDeployments extends Construct {
    private final DeploymentGroupsOptions options;
    private final ServerApplication application;
    private final ServerDeploymentGroup group;

    /** The group that deploys to {@code hosts}, which are in {@code targets}. */
    public InPlaceDeployments(
            Construct scope,
            String id,
            AutoScalingGroup hosts,
            IApplicationTargetGroup targets,
            DeploymentGroupsOptions options) {
        super(scope, id);
        this.options = options;
        this.application = new ServerApplication(this, "Application");
        this.group = new HostGroup(
                        application,
                        hosts,
                        options.deploymentConfig(),
                        options.alarms(),
                        List.of(LoadBalancer.application(targets)))
                .create(this, "Group");
        getNode().addValidation(() -> OneGroupEach.violations(this, "the service", hosts));
    }

    /** The application. */
    public ServerApplication getApplication() {
        return application;
    }

    /** The deployment group. */
    public ServerDeploymentGroup getDeploymentGroup() {
        return group;
    }

    /** How {@code version}, one of {@code revisions}, is installed. */
    public Install install(Revisions revisions, Version version) {
        return new Install(
                application.getApplicationName(),
                application.getApplicationArn(),
                (CfnResource) group.getNode().getDefaultChild(),
                revisions.bucket().getBucketName(),
                revisions.key(version),
                options.timeout());
    }
}
