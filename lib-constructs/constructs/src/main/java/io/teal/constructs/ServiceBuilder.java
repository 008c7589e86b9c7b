package io.teal.constructs;

import io.teal.constructs.internal.common.CdkVersion;
import io.teal.constructs.internal.fleet.FleetSettings;
import io.teal.constructs.internal.traffic.TrafficSettings;
import io.teal.release.InvalidValueException;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awscdk.services.ec2.IVpc;

/**
 * The setters that the builders of all services have.
 *
 * @param <B> the builder itself, that its setters return
 */
abstract class ServiceBuilder<B extends ServiceBuilder<B>> {
    String serviceName;
    IVpc vpc;
    private Optional<FleetSettings> fleet = Optional.empty();
    private Optional<TrafficSettings> traffic = Optional.empty();

    ServiceBuilder() {
        CdkVersion.require();
    }

    /**
     * The service's name: a lower-case letter and up to 30 lower-case letters, digits or hyphens. Part of the names of
     * the Auto Scaling groups, so a change replaces the fleets. Required.
     */
    public B serviceName(String name) {
        this.serviceName = name;
        return self();
    }

    /** Where the service runs: two zones or more. Required. */
    public B vpc(IVpc network) {
        this.vpc = network;
        return self();
    }

    /**
     * Sizes, scaling, volumes; the same for both colours. Hosts that both share must carry two versions; a service on
     * one fleet needs two hosts or more.
     *
     * <p>Default: {@link FleetOptions#builder()}'s.
     */
    public B fleet(FleetOptions options) {
        this.fleet = Optional.of(options.settings);
        return self();
    }

    /** Ports, health check, certificates. Default: {@link TrafficOptions#builder()}'s. */
    public B traffic(TrafficOptions options) {
        this.traffic = Optional.of(options.settings);
        return self();
    }

    /** What was given, or the default, which only who needs it has the CDK make. */
    final FleetSettings fleetSettings() {
        fleet = fleet.or(() -> Optional.of(FleetOptions.builder().build().settings));
        return fleet.orElseThrow();
    }

    /** What was given, or the default. */
    final TrafficSettings trafficSettings() {
        traffic = traffic.or(() -> Optional.of(TrafficOptions.builder().build().settings));
        return traffic.orElseThrow();
    }

    /** The name, if a service can be called that. */
    final String checkedName() {
        requireName(serviceName);
        return serviceName;
    }

    /** Refuses what a service cannot be called. */
    static void requireName(String name) {
        Objects.requireNonNull(name, "serviceName");
        InvalidValueException.require(
                name.matches("[a-z][a-z0-9-]{0,30}"),
                "serviceName must be a lower-case letter and up to 30 lower-case letters, digits or hyphens, got '"
                        + name + "'");
    }

    abstract B self();
}
