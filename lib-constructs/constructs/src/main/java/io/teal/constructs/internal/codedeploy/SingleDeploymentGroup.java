package io.teal.constructs.internal.codedeploy;

import io.teal.constructs.internal.cutover.Installation;
import io.teal.constructs.internal.cutover.RevisionLocation;
import software.amazon.awscdk.services.codedeploy.ServerApplication;
import software.amazon.awscdk.services.codedeploy.ServerDeploymentGroup;
import software.constructs.Construct;

/** A CodeDeploy application and one deployment group of one fleet; it never rolls back by itself. */
public class SingleDeploymentGroup extends Construct {
    private final DeploymentSettings options;
    private final ServerApplication application;
    private final ServerDeploymentGroup group;

    /** The group that {@code props} describe. */
    public SingleDeploymentGroup(Construct scope, String id, SingleDeploymentGroupProps props) {
        super(scope, id);
        this.options = props.options();
        this.application = new ServerApplication(this, "Application");
        this.group = InPlaceDeploymentGroup.create(this, "Group", application, props);
        getNode().addValidation(() -> OneGroupPerFleet.violations(this, "the service", props.hosts()));
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
