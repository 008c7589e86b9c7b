package io.teal.constructs;

/** The setters of a {@link SameHostService}'s builder that no other service has. */
abstract class SameHostBuilder extends ServiceBuilder<SameHostService.Builder> {
    /** Where green listens if no port is given. */
    public static final int DEFAULT_GREEN_PORT = 8090;

    SharedHosts hosts;
    int greenPort = DEFAULT_GREEN_PORT;
    DeploymentGroupsOptions codeDeploy = DeploymentGroupsOptions.builder().build();

    SameHostBuilder() {}

    /**
     * What hosts boot from, how a version reaches them and how it starts.
     *
     * <p>A release never brings a changed image or changed set-up commands to existing hosts: start an instance refresh
     * by hand. A changed start command reaches a colour when it is started again. Required.
     */
    public SameHostService.Builder hosts(SharedHosts shared) {
        this.hosts = shared;
        return self();
    }

    /**
     * Where green listens, 1024 to 65535; blue listens on {@link TrafficOptions.Builder#applicationPort}. Never change
     * either on a live service. Default: {@value #DEFAULT_GREEN_PORT}.
     */
    public SameHostService.Builder greenPort(int port) {
        this.greenPort = port;
        return self();
    }

    /** How CodeDeploy installs. Default: {@link DeploymentGroupsOptions#builder()}'s. */
    public SameHostService.Builder codeDeploy(DeploymentGroupsOptions options) {
        this.codeDeploy = options;
        return self();
    }
}
