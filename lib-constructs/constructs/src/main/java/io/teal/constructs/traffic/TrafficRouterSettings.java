package io.teal.constructs.traffic;

import io.teal.release.Release;
import java.util.OptionalInt;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.IVpc;

/**
 * The settings of a {@link TrafficRouter}, for its own builder and its props'.
 *
 * @param <B> the builder itself, that its setters return
 */
public abstract class TrafficRouterSettings<B extends TrafficRouterSettings<B>> {
    private IVpc vpc;
    private Release release;
    private ISecurityGroup fleetSecurityGroup;
    private TrafficOptions options = TrafficOptions.builder().build();
    private boolean gated;
    private OptionalInt greenPort = OptionalInt.empty();

    TrafficRouterSettings() {}

    /** Where the load balancer is. Required. */
    public B vpc(IVpc network) {
        this.vpc = network;
        return self();
    }

    /** Whose settled weights the production listener writes. Required. */
    public B release(Release settled) {
        this.release = settled;
        return self();
    }

    /** The hosts' security group; the load balancer is let in. Required. */
    public B fleetSecurityGroup(ISecurityGroup group) {
        this.fleetSecurityGroup = group;
        return self();
    }

    /** Ports, health check, certificates. Default: {@link TrafficOptions#builder()}'s. */
    public B options(TrafficOptions trafficOptions) {
        this.options = trafficOptions;
        return self();
    }

    /** Whether something verifies health before weights move, so that nobody needs a warning. Default: false. */
    public B gated(boolean verified) {
        this.gated = verified;
        return self();
    }

    /**
     * Where green listens, 1 to 65535, if both colours share the hosts. Default: where blue does, on hosts of its own.
     */
    public B greenPort(int port) {
        this.greenPort = OptionalInt.of(port);
        return self();
    }

    abstract B self();

    final TrafficRouterProps props() {
        return new TrafficRouterProps(vpc, release, fleetSecurityGroup, options, gated, greenPort);
    }
}
