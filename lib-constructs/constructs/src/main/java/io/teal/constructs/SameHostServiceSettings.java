package io.teal.constructs;

import io.teal.constructs.codedeploy.DeploymentGroupsOptions;
import io.teal.constructs.fleet.SharedHosts;
import io.teal.constructs.traffic.TrafficOptions;

/**
 * The settings of a {@link SameHostService}, for its own builder and its props'.
 *
 * @param <B> the builder itself, that its setters return
 */
public abstract class SameHostServiceSettings<B extends SameHostServiceSettings<B>> extends ServiceSettings<B> {
    /** Where green listens unless another port is asked for. */
    public static final int DEFAULT_GREEN_PORT = 8090;

    private SharedHosts hosts;
    private int greenPort = DEFAULT_GREEN_PORT;
    private DeploymentGroupsOptions codeDeploy =
            DeploymentGroupsOptions.builder().build();

    SameHostServiceSettings() {}

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

    /** How CodeDeploy installs. Default: {@link DeploymentGroupsOptions#builder()}'s. */
    public B codeDeploy(DeploymentGroupsOptions options) {
        this.codeDeploy = options;
        return self();
    }

    final SameHostServiceProps props() {
        return new SameHostServiceProps(
                serviceName(), request(), vpc(), hosts, greenPort, fleet(), traffic(), codeDeploy, cutover());
    }
}
