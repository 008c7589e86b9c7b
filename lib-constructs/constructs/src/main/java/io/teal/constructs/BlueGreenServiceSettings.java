package io.teal.constructs;

import io.teal.constructs.codedeploy.DeploymentGroupsOptions;
import io.teal.constructs.cutover.CutoverOptions;
import io.teal.constructs.fleet.Delivery;
import io.teal.constructs.fleet.FleetOptions;
import io.teal.constructs.traffic.TrafficOptions;
import io.teal.release.Release;
import io.teal.release.ReleaseRequest;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awscdk.services.ec2.IVpc;

/**
 * The settings of a {@link BlueGreenService}, for its own builder and its props'.
 *
 * @param <B> the builder itself, that its setters return
 */
public abstract class BlueGreenServiceSettings<B extends BlueGreenServiceSettings<B>> {
    private String serviceName;
    private ReleaseRequest request;
    private IVpc vpc;
    private Delivery delivery;
    private FleetOptions fleet = FleetOptions.builder().build();
    private TrafficOptions traffic = TrafficOptions.builder().build();
    private Optional<DeploymentGroupsOptions> codeDeploy = Optional.empty();
    private CutoverOptions cutover = CutoverOptions.builder().build();

    BlueGreenServiceSettings() {}

    /**
     * The service's name: a lower-case letter and up to 30 lower-case letters, digits or hyphens. Part of the names of
     * the Auto Scaling groups, so a change replaces both fleets. Required.
     */
    public B serviceName(String name) {
        this.serviceName = name;
        return self();
    }

    /** The release: which colour is active and what each runs. Required. */
    public B release(Release release) {
        return release(ReleaseRequest.of(release));
    }

    /**
     * The release as flags or a file ask for it, see {@link io.teal.constructs.context.ReleaseContext}. Required, or
     * the other form.
     */
    public B release(ReleaseRequest asked) {
        this.request = asked;
        return self();
    }

    /** Where the service runs: two zones or more. Required. */
    public B vpc(IVpc network) {
        this.vpc = network;
        return self();
    }

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

    /** Sizes, scaling, volumes; the same for both colours. Default: {@link FleetOptions#builder()}'s. */
    public B fleet(FleetOptions options) {
        this.fleet = options;
        return self();
    }

    /** Ports, health check, certificates. Default: {@link TrafficOptions#builder()}'s. */
    public B traffic(TrafficOptions options) {
        this.traffic = options;
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

    /** How traffic moves, and what is asked before it does. Default: {@link CutoverOptions#builder()}'s. */
    public B cutover(CutoverOptions options) {
        this.cutover = options;
        return self();
    }

    abstract B self();

    final BlueGreenServiceProps props() {
        return new BlueGreenServiceProps(serviceName, request, vpc, delivery, fleet, traffic, codeDeploy, cutover);
    }
}
