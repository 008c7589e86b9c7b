package io.teal.constructs;

import java.util.Objects;
import java.util.Optional;

/**
 * The setters of a {@link BlueGreenService}'s own builder and of its props'.
 *
 * @param <B> the builder itself, that its setters return
 */
abstract class BlueGreenBuilder<B extends BlueGreenBuilder<B>> extends TwoColorBuilder<B> {
    Delivery delivery;
    Optional<DeploymentGroupsOptions> codeDeploy = Optional.empty();

    BlueGreenBuilder() {}

    /**
     * How a version reaches a host.
     *
     * <p>If images, commands or keys of a version with traffic change, its hosts get them when the version is started
     * again; until then they boot what was verified, also in a scale-out. Required.
     */
    public B delivery(Delivery way) {
        this.delivery = way;
        return self();
    }

    /**
     * How CodeDeploy installs the versions; for {@link Delivery#codeDeploy} only.
     *
     * <p>Default: {@link DeploymentGroupsOptions#builder()}'s.
     */
    public B codeDeploy(DeploymentGroupsOptions options) {
        this.codeDeploy = Optional.of(Objects.requireNonNull(options, "options"));
        return self();
    }
}
