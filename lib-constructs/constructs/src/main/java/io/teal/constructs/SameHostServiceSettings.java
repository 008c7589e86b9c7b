package io.teal.constructs;

import io.teal.constructs.codedeploy.DeploymentGroupsOptions;
import io.teal.constructs.cutover.CutoverOptions;
import io.teal.constructs.fleet.FleetOptions;
import io.teal.constructs.fleet.SharedHosts;
import io.teal.constructs.traffic.TrafficOptions;
import io.teal.release.Release;
import io.teal.release.ReleaseRequest;
import software.amazon.awscdk.services.ec2.IVpc;

/**
 * The settings of a {@link SameHostService}, for its own builder and its props'.
 *
 * @param <B> the builder itself, that its setters return
 */
public abstract class SameHostServiceSettings<B extends SameHostServiceSettings<B>> {
    /** Where green listens unless another port is asked for. */
    public static final int DEFAULT_GREEN_PORT = 8090;

    private String serviceName;
    private ReleaseRequest request;
    private IVpc vpc;
    private SharedHosts hosts;
    private int greenPort = DEFAULT_GREEN_PORT;
    private FleetOptions fleet = FleetOptions.builder().build();
    private TrafficOptions traffic = TrafficOptions.builder().build();
    private DeploymentGroupsOptions codeDeploy =
            DeploymentGroupsOptions.builder().build();
    private CutoverOptions cutover = CutoverOptions.builder().build();

    SameHostServiceSettings() {}

    /**
     * The service's name: a lower-case letter and up to 30 lower-case letters, digits or hyphens. Part of the name of
     * the Auto Scaling group, so a change replaces it. Required.
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
     * What hosts boot from, how a version comes to them and how it starts.
     *
     * <p>Another image or other set-up commands reach hosts that are there by an instance refresh by hand, never by a
     * release; another start command reaches a colour when it is started again. Required.
     */
    public B hosts(SharedHosts shared) {
        this.hosts = shared;
        return self();
    }

    /**
     * Where green listens, 1024 to 65535; blue listens on {@link TrafficOptions#applicationPort()}. Never change either
     * on a live service. Default: {@value #DEFAULT_GREEN_PORT}.
     */
    public B greenPort(int port) {
        this.greenPort = port;
        return self();
    }

    /** Sizes, scaling, volumes. A host must carry two versions. Default: {@link FleetOptions#builder()}'s. */
    public B fleet(FleetOptions options) {
        this.fleet = options;
        return self();
    }

    /** Ports, health check, certificates. Default: {@link TrafficOptions#builder()}'s. */
    public B traffic(TrafficOptions options) {
        this.traffic = options;
        return self();
    }

    /** How CodeDeploy installs. Default: {@link DeploymentGroupsOptions#builder()}'s. */
    public B codeDeploy(DeploymentGroupsOptions options) {
        this.codeDeploy = options;
        return self();
    }

    /** How traffic moves, and what is asked before it does. Default: {@link CutoverOptions#builder()}'s. */
    public B cutover(CutoverOptions options) {
        this.cutover = options;
        return self();
    }

    abstract B self();

    final SameHostServiceProps props() {
        return new SameHostServiceProps(
                serviceName, request, vpc, hosts, greenPort, fleet, traffic, codeDeploy, cutover);
    }
}
