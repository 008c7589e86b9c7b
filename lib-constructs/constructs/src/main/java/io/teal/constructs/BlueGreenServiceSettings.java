package io.teal.constructs;

import io.teal.constructs.codedeploy.DeploymentGroupsOptions;
import io.teal.constructs.fleet.Delivery;
import java.util.Objects;
import java.util.Optional;

/**
 * The settings of a {@link BlueGreenService}, for its own builder and its props'.
 *
 * @param <B> the builder itself, that its setters return
 */
public abstract class BlueGreenServiceSettings<B extends BlueGreenServiceSettings<B>> extends ServiceSettings<B> {
    private Delivery delivery;
    private Optional<DeploymentGroupsOptions> codeDeploy = Optional.empty();

    BlueGreenServiceSettings() {}

    /**
     * How a version reaches a host.
     *
     * <p>Other images, commands or keys of a version that has traffic reach its hosts when the version is started
     * again: until then they boot what was verified, also in a scale-out. Required.
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

    final BlueGreenServiceProps props() {
        return new BlueGreenServiceProps(
                serviceName(), request(), vpc(), delivery, fleet(), traffic(), codeDeploy, cutover());
    }
}
