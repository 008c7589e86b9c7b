package io.teal.constructs;

import io.teal.constructs.internal.codedeploy.DeploymentSettings;
import io.teal.release.InvalidValueException;
import java.util.Objects;
import java.util.Optional;

/** What a {@link BlueGreenService} is made of; made with {@link #builder()}. */
public final class BlueGreenServiceProps extends TwoColorProps {
    final Delivery delivery;
    final Optional<DeploymentSettings> codeDeploy;

    BlueGreenServiceProps(BlueGreenBuilder<?> values) {
        super(values);
        delivery = Objects.requireNonNull(values.delivery, "delivery");
        codeDeploy = values.codeDeploy.map(options -> options.settings);
        InvalidValueException.require(
                codeDeploy.isEmpty() || delivery.revisions().isPresent(),
                "codeDeploy options are for versions that CodeDeploy installs, and the"
                        + " delivery is of another kind",
                "use Delivery.codeDeploy(...), or omit the options");
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
