package io.teal.constructs;

import io.teal.constructs.internal.codedeploy.HealthyHosts;
import io.teal.constructs.internal.codedeploy.RevisionBundle;
import io.teal.constructs.internal.codedeploy.SingleDeploymentGroupProps;
import io.teal.constructs.internal.common.L1;
import io.teal.constructs.internal.common.PrivateFolder;
import io.teal.constructs.internal.cutover.CutoverProps;
import io.teal.constructs.internal.cutover.FleetForBoth;
import io.teal.constructs.internal.cutover.RevisionLocation;
import io.teal.constructs.internal.fleet.FleetParts;
import io.teal.constructs.internal.fleet.HostAccess;
import io.teal.constructs.internal.fleet.SharedFleetProps;
import io.teal.constructs.internal.lastlook.LastLook;
import io.teal.constructs.internal.outputs.ReleaseOutputs;
import io.teal.constructs.internal.traffic.TrafficRouterProps;
import io.teal.release.Color;
import io.teal.release.InvalidValueException;
import io.teal.release.Release;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.services.ec2.Connections;
import software.amazon.awscdk.services.ec2.IConnectable;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.iam.Role;
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
public final class SameHostService extends Construct implements IConnectable {
    private final SameHostServiceProps props;
    private final Asset revision;
    private final HostAccess access;
    private final TrafficRouter router;
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
        super(scope, id);
        PrivateFolder.stageAssetsOf(this);
        this.props = props;
        this.revision = revision();
        this.access = new HostAccess(
                this,
                "Hosts",
                props.vpc(),
                props.hosts().permissions(revision.getBucket()),
                props.traffic().applicationPort());
        this.router = router();
        this.fleet = fleet();
        this.deployments = deployments();
        this.cutover = cutover();
        order();
        ReleaseOutputs.create(this, release(), router, cutover.getStateMachineArn());
    }

    /** The release the template settles on. */
    public Release getRelease() {
        return release();
    }

    /** Load balancer, target groups and listeners. */
    public TrafficRouter getRouter() {
        return router;
    }

    /** The hosts. */
    public SharedFleet getFleet() {
        return fleet;
    }

    /** The CodeDeploy application and its deployment group. */
    public SharedDeploymentGroup getDeployments() {
        return deployments;
    }

    /** Installs versions, verifies them and moves traffic. */
    public Cutover getCutover() {
        return cutover;
    }

    /** The role of the hosts; grant them more through it. Both versions have the same rights. */
    public Role getRole() {
        return access.role();
    }

    /** The security group of the hosts. */
    public SecurityGroup getSecurityGroup() {
        return access.securityGroup();
    }

    /** The hosts, by {@link #getSecurityGroup()}; their default port is blue's. */
    @Override
    public Connections getConnections() {
        return access.connections();
    }

    private Release release() {
        return props.request().release();
    }

    /**
     * Each synthesis writes it again. Its name is a hash of its content, so the same release gives the same revision.
     */
    private Asset revision() {
        Map<Color, Integer> ports =
                Map.of(Color.BLUE, props.traffic().applicationPort(), Color.GREEN, props.greenPort());
        RevisionBundle bundle = new RevisionBundle(
                release(),
                props.hosts().bucket().getBucketName(),
                props.hosts().key(),
                props.hosts().start(),
                ports,
                props.traffic().healthCheckPath());
        return Asset.Builder.create(this, "Revision")
                .path(bundle.write().toString())
                .build();
    }

    private TrafficRouter router() {
        OptionalInt greenPort = OptionalInt.of(props.greenPort());
        return new TrafficRouter(
                this,
                "Traffic",
                new TrafficRouterProps(props.vpc(), release(), access.securityGroup(), props.traffic(), greenPort));
    }

    private SharedFleet fleet() {
        List<String> targets = Stream.of(Color.values())
                .map(color -> router.getTargetGroup(color).getTargetGroupArn())
                .toList();
        FleetParts parts = new FleetParts(props.vpc(), access, targets, props.fleet());
        return new SharedFleet(
                this,
                "Fleet",
                new SharedFleetProps(
                        props.serviceName(), release(), parts, props.hosts().boot()));
    }

    private SharedDeploymentGroup deployments() {
        HealthyHosts.check(props.codeDeploy().deploymentConfig(), props.fleet().minCapacity());
        return new SharedDeploymentGroup(
                this,
                "CodeDeploy",
                new SingleDeploymentGroupProps(fleet.getAutoScalingGroup(), List.of(), props.codeDeploy()));
    }

    private Cutover cutover() {
        RevisionLocation location = new RevisionLocation(revision.getS3BucketName(), revision.getS3ObjectKey());
        FleetForBoth hosts =
                new FleetForBoth(props.serviceName(), fleet, deployments.installation(location), props.greenPort());
        CutoverProps values = new CutoverProps(
                props.serviceName(),
                props.request(),
                ReleaseContext.source(this, props.serviceName()),
                router,
                hosts,
                props.fleet(),
                props.traffic(),
                props.cutover());
        return new Cutover(this, "Cutover", values);
    }

    /** What must be there before a host boots, or its health check cannot pass. */
    private void order() {
        LastLook look = LastLook.at(this);
        CfnResource group = L1.of(fleet.getAutoScalingGroup());
        router.getFleetRules().forEach(rule -> look.order(group, rule));
        for (Color color : Color.values()) {
            look.order(group, router.getPreview(color));
        }
    }

    /** Builds a {@link SameHostService}. */
    public static final class Builder extends SameHostBuilder {
        private final Construct scope;
        private final String id;

        private Builder(Construct scope, String id) {
            this.scope = scope;
            this.id = id;
        }

        /** A builder of the service that will be {@code id} in {@code scope}. */
        public static Builder create(Construct scope, String id) {
            return new Builder(scope, id);
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
