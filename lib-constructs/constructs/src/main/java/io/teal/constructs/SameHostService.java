package io.teal.constructs;

import io.teal.constructs.codedeploy.SharedDeployments;
import io.teal.constructs.context.ReleaseContext;
import io.teal.constructs.cutover.Cutover;
import io.teal.constructs.cutover.Shared;
import io.teal.constructs.fleet.HostAccess;
import io.teal.constructs.fleet.SharedFleet;
import io.teal.constructs.samehost.Bundle;
import io.teal.constructs.support.PrivateFolder;
import io.teal.constructs.traffic.TrafficRouter;
import io.teal.release.Color;
import io.teal.release.Release;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.services.ec2.Connections;
import software.amazon.awscdk.services.ec2.IConnectable;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.s3.assets.Asset;
import software.constructs.Construct;

/**
 * A service whose two slots, blue and green, are two ports of the same hosts behind one load balancer.
 *
 * <p>What it makes: what a {@link BlueGreenService} makes, but one Auto Scaling group instead of two, whose hosts
 * register in both target groups, and one CodeDeploy deployment group that installs what both colours run. Starting a
 * colour starts a process on each host; the other colour's is not touched.
 *
 * <p>It costs one fleet, and the two versions share memory, CPU and disk: take it where a second fleet is not worth its
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
    private final Connections connections;
    private final TrafficRouter router;
    private final SharedFleet fleet;
    private final SharedDeployments deployments;
    private final Cutover cutover;

    /**
     * The service that {@code props} describe.
     *
     * @throws IllegalArgumentException if the fleet's subnets are in fewer than two zones, or another service of the
     *     app makes an Auto Scaling group of the same name
     */
    public SameHostService(Construct scope, String id, SameHostServiceProps props) {
        super(scope, id);
        PrivateFolder.stageAssetsOf(this);
        this.props = props;
        this.revision = revision();
        this.access = new HostAccess(this, "Hosts", props.vpc(), props.hosts().permissions(revision.getBucket()));
        this.connections = Connections.Builder.create()
                .securityGroups(List.of(access.securityGroup()))
                .defaultPort(Port.tcp(props.traffic().applicationPort()))
                .build();
        this.router = router();
        this.fleet = fleet();
        this.deployments = new SharedDeployments(
                this, "CodeDeploy", fleet.getAutoScalingGroup(), props.fleet(), props.codeDeploy());
        this.cutover = cutover();
        order();
        new ReleaseOutputs(
                this, "Release", new ReleaseOutputsProps(release(), router, Optional.of(cutover.getStateMachineArn())));
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
    public SharedDeployments getDeployments() {
        return deployments;
    }

    /** What installs, verifies and moves traffic. */
    public Cutover getCutover() {
        return cutover;
    }

    /** What the hosts may do; grant them more through it. Both versions have the same rights. */
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
        return connections;
    }

    private Release release() {
        return props.request().release();
    }

    /** Written anew by each synthesis, and named by its content: the same release gives the same revision. */
    private Asset revision() {
        Map<Color, Integer> ports =
                Map.of(Color.BLUE, props.traffic().applicationPort(), Color.GREEN, props.greenPort());
        Bundle bundle =
                new Bundle(release(), props.hosts(), ports, props.traffic().healthCheckPath());
        return Asset.Builder.create(this, "Revision")
                .path(bundle.write().toString())
                .build();
    }

    private TrafficRouter router() {
        return TrafficRouter.Builder.create(this, "Traffic")
                .vpc(props.vpc())
                .release(release())
                .fleetSecurityGroup(access.securityGroup())
                .options(props.traffic())
                .gated(true)
                .greenPort(props.greenPort())
                .build();
    }

    private SharedFleet fleet() {
        List<String> targets = Stream.of(Color.values())
                .map(color -> router.getTargetGroup(color).getTargetGroupArn())
                .toList();
        return new SharedFleet(
                this,
                "Fleet",
                new SharedFleet.Settings(
                        props.serviceName(),
                        release(),
                        props.vpc(),
                        props.hosts(),
                        access.role(),
                        access.securityGroup(),
                        targets,
                        props.fleet()));
    }

    private Cutover cutover() {
        return Cutover.Builder.create(this, "Cutover")
                .serviceName(props.serviceName())
                .request(props.request())
                .source(ReleaseContext.source(this, props.serviceName()))
                .router(router)
                .fleet(props.fleet())
                .traffic(props.traffic())
                .options(props.cutover())
                .shared(new Shared(fleet, deployments.install(revision), props.greenPort()))
                .build();
    }

    /** What must be there before a host boots, or its health check cannot pass. */
    private void order() {
        CfnResource group = (CfnResource) fleet.getAutoScalingGroup().getNode().getDefaultChild();
        router.getFleetRules().forEach(group::addResourceDependency);
        for (Color color : Color.values()) {
            group.addResourceDependency(router.getPreview(color));
        }
    }

    /** Builds a {@link SameHostService}. */
    public static final class Builder extends SameHostServiceSettings<Builder> {
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
         * @throws IllegalArgumentException as {@link SameHostServiceProps.Builder#build()} and the constructor
         */
        public SameHostService build() {
            return new SameHostService(scope, id, props());
        }

        @Override
        Builder self() {
            return this;
        }
    }
}
