package io.teal.constructs.internal.codedeploy;

import io.teal.constructs.internal.common.L1;
import io.teal.constructs.internal.cutover.Installation;
import io.teal.constructs.internal.cutover.RevisionLocation;
import io.teal.constructs.internal.lastlook.LastLook;
import io.teal.constructs.internal.lastlook.OneDeploymentGroupCheck;
import java.util.List;
import software.amazon.awscdk.services.autoscaling.AutoScalingGroup;
import software.amazon.awscdk.services.codedeploy.LoadBalancer;
import software.amazon.awscdk.services.codedeploy.ServerApplication;
import software.amazon.awscdk.services.codedeploy.ServerDeploymentGroup;
import software.constructs.Construct;

/** A CodeDeploy application and one deployment group of one fleet; it never rolls back by itself. */
public class SingleDeploymentGroup extends Construct {
    private final DeploymentSettings options;
    private final ServerApplication application;
    private final ServerDeploymentGroup group;

    /**
     * The group of {@code hosts}.
     *
     * @param loadBalancers what a host is taken out of while it is installed; none for traffic that goes on
     */
    public SingleDeploymentGroup(
            Construct scope,
            String id,
            AutoScalingGroup hosts,
            List<LoadBalancer> loadBalancers,
            DeploymentSettings options) {
        super(scope, id);
        this.options = options;
        this.application = new ServerApplication(this, "Application");
        this.group = InPlaceDeploymentGroup.create(this, "Group", application, hosts, loadBalancers, options);
        LastLook.at(this).keep(new OneDeploymentGroupCheck(L1.of(group), L1.of(hosts), "the service"));
    }

    /** The application. */
    public final ServerApplication getApplication() {
        return application;
    }

    /** The deployment group. */
    public final ServerDeploymentGroup getDeploymentGroup() {
        return group;
    }

    /** How {@code revision} is installed. */
    public final Installation installation(RevisionLocation revision) {
        return options.installation(application, group, revision);
    }
}
