package io.teal.constructs;

import io.teal.constructs.codedeploy.DeploymentGroupsOptions;
import io.teal.constructs.cutover.CutoverOptions;
import io.teal.constructs.fleet.Delivery;
import io.teal.constructs.fleet.FleetOptions;
import io.teal.constructs.support.ServiceNames;
import io.teal.constructs.traffic.TrafficOptions;
import io.teal.release.InvalidValueException;
import io.teal.release.ReleaseRequest;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awscdk.services.ec2.IVpc;

/**
 * What a {@link BlueGreenService} is made of; made with {@link #builder()}.
 *
 * @param serviceName the service's name
 * @param request the release
 * @param vpc where it runs
 * @param delivery how a version reaches a host
 * @param fleet sizes, scaling, volumes
 * @param traffic ports, health check, certificates
 * @param codeDeploy how CodeDeploy installs the versions, if it does
 * @param cutover how traffic moves, and what is asked before it does
 */
public record BlueGreenServiceProps(
        String serviceName,
        ReleaseRequest request,
        IVpc vpc,
        Delivery delivery,
        FleetOptions fleet,
        TrafficOptions traffic,
        Optional<DeploymentGroupsOptions> codeDeploy,
        CutoverOptions cutover) {

    /** What a service may be called. */
    public static final String SERVICE_NAME_PATTERN = ServiceNames.PATTERN;

    /** Checks that nothing is missing, and that the name and the CodeDeploy options are usable. */
    public BlueGreenServiceProps {
        Objects.requireNonNull(serviceName, "serviceName");
        Objects.requireNonNull(request, "release");
        Objects.requireNonNull(vpc, "vpc");
        Objects.requireNonNull(delivery, "delivery");
        Objects.requireNonNull(fleet, "fleet");
        Objects.requireNonNull(traffic, "traffic");
        Objects.requireNonNull(codeDeploy, "codeDeploy");
        Objects.requireNonNull(cutover, "cutover");
        if (codeDeploy.isPresent() && delivery.revisions().isEmpty()) {
            throw new InvalidValueException(
                    "codeDeploy options are for versions that CodeDeploy installs, and the" + " delivery is another",
                    "take Delivery.codeDeploy(...), or leave them out");
        }
        ServiceNames.require(serviceName);
    }

    /** Props with the default options. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link BlueGreenServiceProps}. */
    public static final class Builder extends BlueGreenServiceSettings<Builder> {
        private Builder() {}

        /**
         * The props.
         *
         * @throws NullPointerException naming the value that is missing
         * @throws InvalidValueException if the name is not usable
         */
        public BlueGreenServiceProps build() {
            return props();
        }

        @Override
        Builder self() {
            return this;
        }
    }
}
