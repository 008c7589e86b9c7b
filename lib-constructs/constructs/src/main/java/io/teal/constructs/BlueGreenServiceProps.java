package io.teal.constructs;

import io.teal.constructs.internal.codedeploy.DeploymentSettings;
import io.teal.constructs.internal.common.ServiceNames;
import io.teal.constructs.internal.cutover.CutoverSettings;
import io.teal.constructs.internal.fleet.FleetSettings;
import io.teal.constructs.internal.traffic.TrafficSettings;
import io.teal.release.InvalidValueException;
import io.teal.release.ReleaseRequest;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awscdk.services.ec2.IVpc;

/** What a {@link BlueGreenService} is made of; made with {@link #builder()}. */
public final class BlueGreenServiceProps {
    final String serviceName;
    final ReleaseRequest request;
    final IVpc vpc;
    final Delivery delivery;
    final FleetSettings fleet;
    final TrafficSettings traffic;
    final Optional<DeploymentSettings> codeDeploy;
    final CutoverSettings cutover;

    BlueGreenServiceProps(BlueGreenBuilder<?> values) {
        serviceName = Objects.requireNonNull(values.serviceName, "serviceName");
        request = Objects.requireNonNull(values.request, "release");
        vpc = Objects.requireNonNull(values.vpc, "vpc");
        delivery = Objects.requireNonNull(values.delivery, "delivery");
        fleet = Objects.requireNonNull(values.fleet, "fleet").settings;
        traffic = Objects.requireNonNull(values.traffic, "traffic").settings;
        codeDeploy = values.codeDeploy.map(options -> options.settings);
        cutover = Objects.requireNonNull(values.cutover, "cutover").settings;
        if (codeDeploy.isPresent() && delivery.revisions().isEmpty()) {
            throw new InvalidValueException(
                    "codeDeploy options are for versions that CodeDeploy installs, and the"
                            + " delivery is of another kind",
                    "use Delivery.codeDeploy(...), or omit the options");
        }
        ServiceNames.require(serviceName);
    }

    /** Props with the default options. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link BlueGreenServiceProps}. */
    public static final class Builder extends BlueGreenBuilder<Builder> {
        private Builder() {}

        /**
         * The props.
         *
         * @throws NullPointerException naming the value that is missing
         * @throws InvalidValueException if the name is not usable, or CodeDeploy options go with another delivery
         */
        public BlueGreenServiceProps build() {
            return new BlueGreenServiceProps(this);
        }

        @Override
        Builder self() {
            return this;
        }
    }
}
