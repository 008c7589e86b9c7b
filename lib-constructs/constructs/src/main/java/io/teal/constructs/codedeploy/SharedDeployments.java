package io.teal.constructs.codedeploy;

import io.teal.constructs.cutover.Install;
import io.teal.constructs.fleet.FleetOptions;
import io.teal.release.InvalidValueException;
import java.util.List;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.services.autoscaling.AutoScalingGroup;
import software.amazon.awscdk.services.codedeploy.ServerApplication;
import software.amazon.awscdk.services.codedeploy.ServerDeploymentGroup;
import software.amazon.awscdk.services.s3.assets.Asset;
import software.constructs.Construct;

/**
 * A CodeDeploy application and the one deployment group of hosts that both colours share.
 *
 * <p>It installs without traffic control: a host that is taken out of the load balancer would be out for the colour
 * that serves, too. The scripts leave that colour alone. It never rolls back by itself, as {@link DeploymentGroups}.
 */
public final class SharedDeployments extends Construct {
    private final DeploymentGroupsOptions options;
    private final ServerApplication application;
    private final ServerDeploymentGroup group;

    /**
     * The group that deploys to {@code hosts}.
     *
     * @throws InvalidValueException if the deployment configuration keeps all hosts of the smallest fleet healthy
     */
    public SharedDeployments(
            Construct scope, String id, AutoScalingGroup hosts, FleetOptions fleet, DeploymentGroupsOptions options) {
        super(scope, id);
        this.options = options;
        HealthyHosts.check(options.deploymentConfig(), fleet.minCapacity());
        this.application = new ServerApplication(this, "Application");
        this.group = new HostGroup(application, hosts, options.deploymentConfig(), options.alarms(), List.of())
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

    /** How {@code revision} is installed. */
    public Install install(Asset revision) {
        return new Install(
                application.getApplicationName(),
                application.getApplicationArn(),
                (CfnResource) group.getNode().getDefaultChild(),
                revision.getS3BucketName(),
                revision.getS3ObjectKey(),
                options.timeout());
    }
}
