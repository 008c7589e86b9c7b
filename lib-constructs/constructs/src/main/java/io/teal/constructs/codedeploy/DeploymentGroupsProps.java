package io.teal.constructs.codedeploy;

import io.teal.constructs.fleet.ColorFleet;
import io.teal.constructs.traffic.TrafficRouter;
import java.util.List;
import java.util.Objects;

/**
 * What {@link DeploymentGroups} are made of; made with {@link #builder()}.
 *
 * @param fleets the fleets that are in the template
 * @param router whose target groups a deployment takes hosts out of and puts them back into
 * @param options alarms and pace
 */
public record DeploymentGroupsProps(List<ColorFleet> fleets, TrafficRouter router, DeploymentGroupsOptions options) {
    /** Checks that nothing is missing. */
    public DeploymentGroupsProps {
        fleets = List.copyOf(Objects.requireNonNull(fleets, "fleets"));
        Objects.requireNonNull(router, "router");
        Objects.requireNonNull(options, "options");
    }

    /** Props with the default options. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link DeploymentGroupsProps}. */
    public static final class Builder extends DeploymentGroupsSettings<Builder> {
        private Builder() {}

        /**
         * The props.
         *
         * @throws NullPointerException naming the value that is missing
         */
        public DeploymentGroupsProps build() {
            return props();
        }

        @Override
        Builder self() {
            return this;
        }
    }
}
