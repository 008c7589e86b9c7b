package io.teal.constructs;

import io.teal.release.Release;
import io.teal.release.ReleaseRequest;
import software.amazon.awscdk.services.ec2.IVpc;

/**
 * The setters that the builders of both services of two colours have.
 *
 * @param <B> the builder itself, that its setters return
 */
abstract class ServiceBuilder<B extends ServiceBuilder<B>> {
    String serviceName;
    ReleaseRequest request;
    IVpc vpc;
    FleetOptions fleet = FleetOptions.builder().build();
    TrafficOptions traffic = TrafficOptions.builder().build();
    CutoverOptions cutover = CutoverOptions.builder().build();

    ServiceBuilder() {}

    /**
     * The service's name: a lower-case letter and up to 30 lower-case letters, digits or hyphens. Part of the names of
     * the Auto Scaling groups, so a change replaces the fleets. Required.
     */
    public B serviceName(String name) {
        this.serviceName = name;
        return self();
    }

    /** The release: which colour is active and what each runs. Required, in this form or the other. */
    public B release(Release release) {
        return release(ReleaseRequest.of(release));
    }

    /** The release that flags or a file describe, see {@link ReleaseContext}. Required, in this form or the other. */
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
     * Sizes, scaling, volumes; the same for both colours. Hosts that both share must carry two versions.
     *
     * <p>Default: {@link FleetOptions#builder()}'s.
     */
    public B fleet(FleetOptions options) {
        this.fleet = options;
        return self();
    }

    /** Ports, health check, certificates. Default: {@link TrafficOptions#builder()}'s. */
    public B traffic(TrafficOptions options) {
        this.traffic = options;
        return self();
    }

    /** How traffic moves, and what is checked before it does. Default: {@link CutoverOptions#builder()}'s. */
    public B cutover(CutoverOptions options) {
        this.cutover = options;
        return self();
    }

    abstract B self();
}
