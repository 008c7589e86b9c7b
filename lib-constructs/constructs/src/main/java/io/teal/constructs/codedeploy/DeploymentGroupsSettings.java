package io.teal.constructs.codedeploy;

import io.teal.constructs.fleet.ColorFleet;
import io.teal.constructs.traffic.TrafficRouter;
import java.util.List;

/**
 * The settings of {@link DeploymentGroups}, for their own builder and their props'.
 *
 * @param <B> the builder itself, that its setters return
 */
public abstract class DeploymentGroupsSettings<B extends DeploymentGroupsSettings<B>> {
    private List<ColorFleet> fleets;
    private TrafficRouter router;
    private DeploymentGroupsOptions options = DeploymentGroupsOptions.builder().build();

    DeploymentGroupsSettings() {}

    /** The fleets that are in the template, each with a group of its own. Required. */
    public B fleets(List<ColorFleet> deployed) {
        this.fleets = deployed;
        return self();
    }

    /** Whose target groups a deployment takes hosts out of and puts them back into. Required. */
    public B router(TrafficRouter balancer) {
        this.router = balancer;
        return self();
    }

    /** Alarms and pace. Default: {@link DeploymentGroupsOptions#builder()}'s. */
    public B options(DeploymentGroupsOptions groupOptions) {
        this.options = groupOptions;
        return self();
    }

    abstract B self();

    final DeploymentGroupsProps props() {
        return new DeploymentGroupsProps(fleets, router, options);
    }
}
