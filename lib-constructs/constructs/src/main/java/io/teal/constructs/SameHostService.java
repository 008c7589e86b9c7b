package io.teal.constructs;

import io.teal.constructs.internal.codedeploy.DeploymentSettings;
import io.teal.constructs.internal.codedeploy.HealthyHosts;
import io.teal.constructs.internal.codedeploy.RevisionBundle;
import io.teal.constructs.internal.common.PrivateFolder;
import io.teal.constructs.internal.cutover.FleetForBoth;
import io.teal.constructs.internal.cutover.Installation;
import io.teal.constructs.internal.cutover.RevisionLocation;
import io.teal.constructs.internal.fleet.FleetChecks;
import io.teal.constructs.internal.fleet.FleetParts;
import io.teal.constructs.internal.fleet.HostAccess;
import io.teal.constructs.internal.fleet.HostAgent;
import io.teal.constructs.internal.fleet.HostBoot;
import io.teal.release.Color;
import io.teal.release.InvalidValueException;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import software.amazon.awscdk.services.s3.IBucket;
import software.amazon.awscdk.services.s3.assets.Asset;
import software.constructs.Construct;

/**
 * A service whose two slots, blue and green, are two ports of the same hosts behind one load balancer.
 *
 * <p>It creates what a {@link BlueGreenService} creates, but one Auto Scaling group instead of two, whose hosts
 * register in both target groups, and one CodeDeploy deployment group that installs what both colours run. Starting a
 * colour starts a process on each host; the other colour's is not touched.
 *
 * <p>It costs one fleet, and the two versions share memory, CPU and disk: use it where a second fleet is not worth its
 * price, and size hosts for both.
 *
 * <pre>{@code
 * SameHostService.Builder.create(stack, "Orders")
 *         .serviceName("orders")
 *         .release(ReleaseContext.of(stack, "orders"))
 *         .vpc(vpc)
 *         .hosts(new SharedHosts(image, bucket, "orders/{version}/orders.jar", agent,
 *                 List.of("dnf install -y java-17-amazon-corretto-headless"),
 *                 List.of("exec java -jar $ARTIFACT --server.port=$PORT")))
 *         .build();
 * }</pre>
 *
 * <p>One deploy installs, verifies, shifts, bakes and settles, or ends where it began, see {@link Cutover}.
 */
public final class SameHostService extends TwoColorService {
    private static final String REVISION = "Revision";

    private final SameHostServiceProps props;
    private final SharedFleet fleet;
    private final SharedDeploymentGroup deployments;
    private final Cutover cutover;

    /**
     * The service that {@code props} describe.
     *
     * @throws InvalidValueException if the fleet's subnets are in fewer than two zones, or another service of the app
     *     makes an Auto Scaling group of the same name
     */
    private SameHostService(Construct scope, String id, SameHostServiceProps props) {
        super(scope, id, props, OptionalInt.of(props.greenPort), service -> access(service, props));
        this.props = props;
        this.fleet = fleet();
        this.deployments = deployments();
        this.cutover = cutover(new FleetForBoth(props.serviceName, fleet, installation(), props.greenPort));
        for (Color color : Color.values()) {
            order(fleet.getAutoScalingGroup(), color);
        }
    }

    /** Both versions have the same rights. */
    private static HostAccess access(Construct service, SameHostServiceProps props) {
        PrivateFolder.stageAssetsOf(service);
        IBucket revisions = revision(service, props).getBucket();
        return new HostAccess(
                service, "Hosts", props.vpc, props.hosts.permissions(revisions), props.traffic.applicationPort());
    }

    /** The hosts. */
    public SharedFleet getFleet() {
        return fleet;
    }

    /** The CodeDeploy application and its deployment group. */
    public SharedDeploymentGroup getDeployments() {
        return deployments;
    }

    @Override
    public Cutover getCutover() {
        return cutover;
    }

    /**
     * Each synthesis writes it again. Its name is a hash of its content, so the same release gives the same revision.
     */
    private static Asset revision(Construct service, SameHostServiceProps props) {
        Map<Color, Integer> ports = Map.of(Color.BLUE, props.traffic.applicationPort(), Color.GREEN, props.greenPort);
        RevisionBundle bundle = new RevisionBundle(
                props.request.release(),
                props.hosts.bucket().getBucketName(),
                props.hosts.key(),
                props.hosts.start(),
                ports,
                props.traffic.healthCheckPath());
        return Asset.Builder.create(service, REVISION)
                .path(bundle.write().toString())
                .build();
    }

    private SharedFleet fleet() {
        FleetChecks.alwaysHosts(props.fleet, "both colours share the hosts");
        List<String> targets = Stream.of(Color.values())
                .map(color -> getRouter().getTargetGroup(color).getTargetGroupArn())
                .toList();
        FleetParts parts = new FleetParts(props.vpc, access, targets, props.fleet);
        HostBoot boot = props.hosts.boot();
        HostBoot with = HostAgent.of(
                        this, "Agent", SharedFleet.groupName(this, props.serviceName), props.fleet, getRole())
                .map(agent -> agent.on(boot))
                .orElse(boot);
        return new SharedFleet(this, "Fleet", props.serviceName, getRelease(), parts, with);
    }

    private SharedDeploymentGroup deployments() {
        HealthyHosts.check(props.codeDeploy.deploymentConfig(), props.fleet.minCapacity());
        return new SharedDeploymentGroup(this, "CodeDeploy", fleet.getAutoScalingGroup(), props.codeDeploy);
    }

    private Installation installation() {
        Asset revision = (Asset) getNode().findChild(REVISION);
        return deployments.installation(new RevisionLocation(revision.getS3BucketName(), revision.getS3ObjectKey()));
    }

    /** Builds a {@link SameHostService}. */
    public static final class Builder extends TwoColorBuilder<Builder> {
        /** Where green listens if no port is given. */
        public static final int DEFAULT_GREEN_PORT = 8090;

        private final Construct scope;
        private final String id;
        SharedHosts hosts;
        int greenPort = DEFAULT_GREEN_PORT;
        DeploymentSettings codeDeploy = DeploymentGroupsOptions.builder().build().settings;

        private Builder(Construct scope, String id) {
            this.scope = scope;
            this.id = id;
        }

        /** A builder of the service that will be {@code id} in {@code scope}. */
        public static Builder create(Construct scope, String id) {
            return new Builder(scope, id);
        }

        /**
         * What hosts boot from, how a version reaches them and how it starts.
         *
         * <p>A release never brings a changed image or changed set-up commands to existing hosts: start an instance
         * refresh by hand. A changed start command reaches a colour when it is started again. Required.
         */
        public Builder hosts(SharedHosts shared) {
            this.hosts = shared;
            return this;
        }

        /**
         * Where green listens, 1024 to 65535; blue listens on {@link TrafficOptions.Builder#applicationPort}. Never
         * change either on a live service. Default: {@value #DEFAULT_GREEN_PORT}.
         */
        public Builder greenPort(int port) {
            this.greenPort = port;
            return this;
        }

        /** How CodeDeploy installs. Default: {@link DeploymentGroupsOptions#builder()}'s. */
        public Builder codeDeploy(DeploymentGroupsOptions options) {
            this.codeDeploy = options.settings;
            return this;
        }

        /**
         * The service.
         *
         * @throws NullPointerException naming the value that is missing
         * @throws InvalidValueException if a value is not usable, the fleet's subnets are in fewer than two zones, or
         *     another service of the app makes an Auto Scaling group of the same name
         */
        public SameHostService build() {
            return new SameHostService(scope, id, new SameHostServiceProps(this));
        }

        @Override
        Builder self() {
            return this;
        }
    }
}
