package io.teal.constructs;

import io.teal.constructs.internal.common.GroupNames;
import io.teal.constructs.internal.common.L1;
import io.teal.constructs.internal.cutover.RevisionLocation;
import io.teal.constructs.internal.fleet.FleetParts;
import io.teal.constructs.internal.fleet.HostAccess;
import io.teal.constructs.internal.lastlook.LastLook;
import io.teal.constructs.internal.outputs.OneFleetOutputs;
import io.teal.constructs.internal.traffic.SingleRouterProps;
import io.teal.constructs.internal.update.UpdatedFleet;
import io.teal.constructs.internal.update.UpdatedFleetProps;
import io.teal.release.Contract;
import io.teal.release.InvalidValueException;
import io.teal.release.Version;
import java.util.List;
import java.util.Optional;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.Tags;
import software.amazon.awscdk.services.autoscaling.AutoScalingGroup;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.ec2.Connections;
import software.amazon.awscdk.services.ec2.IConnectable;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.iam.Role;
import software.constructs.Construct;

/**
 * A service on one Auto Scaling group behind one load balancer. A release changes its hosts a few at a time; meanwhile
 * two versions serve side by side. There is no second fleet: it costs half, and a rollback replaces or installs hosts
 * again.
 *
 * <p>What CloudFormation does with {@link Way#rolling}:
 *
 * <ul>
 *   <li>create: makes the alarms, then the group; nothing waits for healthy hosts;
 *   <li>update of the version, or of anything in the launch template: an instance refresh, launching before it
 *       terminates, that CloudFormation waits for: pause at each checkpoint, bake at the end. An alarm that goes off,
 *       or hosts that cannot be replaced for an hour, fail it, and so the update;
 *   <li>rollback: the launch template number of the template before, by another refresh, with that template's policy;
 *       hosts that still run the version before are skipped;
 *   <li>update of the sizes: takes effect at once and waits for nothing;
 *   <li>delete: deletes group and hosts.
 * </ul>
 *
 * <p>With {@link Way#inPlace}:
 *
 * <ul>
 *   <li>create: makes everything, then Install, which waits until CodeDeploy has installed the version on every host
 *       and the bake is over;
 *   <li>update of the version: Install lets CodeDeploy take half of the hosts out of the load balancer, install them
 *       and put them back, then the other half; an alarm, a host that fails, or too long a time fails it, and so the
 *       update;
 *   <li>update of anything in the launch template: for hosts that are launched from then on;
 *   <li>rollback: Install again, with the version before;
 *   <li>update of the sizes, delete: as above.
 * </ul>
 *
 * <pre>{@code
 * OneFleetService.Builder.create(stack, "Orders")
 *         .serviceName("orders")
 *         .version(ReleaseContext.version(stack, "orders"))
 *         .vpc(vpc)
 *         .delivery(delivery)
 *         .way(Way.rolling(RollingOptions.builder().build()))
 *         .build();
 * }</pre>
 */
public final class OneFleetService extends Construct implements IConnectable {
    private final OneFleetServiceProps props;
    private final HostAccess access;
    private final SingleRouter router;
    private final UpdatedFleet fleet;

    /**
     * The service that {@code props} describe.
     *
     * @throws InvalidValueException if the fleet's subnets are in fewer than two zones, the delivery does not know the
     *     version, the traffic options have what one fleet cannot, or another service of the app makes an Auto Scaling
     *     group of the same name
     */
    private OneFleetService(Construct scope, String id, OneFleetServiceProps props) {
        super(scope, id);
        this.props = props;
        GroupNames.take(this, groupName(this, props.serviceName()));
        this.access = new HostAccess(
                this,
                "Hosts",
                props.vpc(),
                props.delivery().permissions(),
                props.traffic().applicationPort());
        this.router = new SingleRouter(
                this, "Traffic", new SingleRouterProps(props.vpc(), access.securityGroup(), props.traffic()));
        this.fleet = fleet();
        Tags.of(fleet.getAutoScalingGroup()).add("Name", groupName(this, props.serviceName()));
        Tags.of(fleet.getAutoScalingGroup()).add(Contract.SERVICE_TAG, props.serviceName());
        order();
        OneFleetOutputs.create(this, props.version(), router, fleet);
    }

    private UpdatedFleet fleet() {
        Optional<RevisionLocation> revision =
                props.delivery().revisions().map(revisions -> revisions.location(props.version()));
        UpdatedFleetProps fleet = new UpdatedFleetProps(
                props.serviceName(),
                props.version(),
                new FleetParts(
                        props.vpc(), access, List.of(router.getTargetGroup().getTargetGroupArn()), props.fleet()),
                props.delivery().hostSetup(props.version()).boot(revision.isPresent()),
                revision,
                router);
        return props.way().way.fleet(this, fleet);
    }

    /** A host that boots before the load balancer can reach and check it cannot become healthy. */
    private void order() {
        CfnResource group = L1.of(fleet.getAutoScalingGroup());
        LastLook look = LastLook.at(this);
        router.getFleetRules().forEach(rule -> look.order(group, rule));
        look.order(group, L1.of(router.getProductionListener()));
    }

    /** The Auto Scaling group's name, {@code <stack>-<service>}: fixed, so that policies can name it. */
    public static String groupName(Construct scope, String serviceName) {
        return GroupNames.of(scope, serviceName);
    }

    /** What the service runs when the deploy is done. */
    public Version getVersion() {
        return props.version();
    }

    /** Load balancer, target group and listener. */
    public SingleRouter getRouter() {
        return router;
    }

    /** The Auto Scaling group. */
    public AutoScalingGroup getAutoScalingGroup() {
        return fleet.getAutoScalingGroup();
    }

    /** Teal's own alarms, which roll a release back. */
    public List<Alarm> getAlarms() {
        return fleet.getAlarms();
    }

    /** The role of the hosts; grant them more through it. */
    public Role getRole() {
        return access.role();
    }

    /** The security group of the hosts. */
    public SecurityGroup getSecurityGroup() {
        return access.securityGroup();
    }

    /** The hosts, by {@link #getSecurityGroup()}; their default port is the application's. */
    @Override
    public Connections getConnections() {
        return access.connections();
    }

    /** Builds a {@link OneFleetService}. */
    public static final class Builder {
        private final Construct scope;
        private final String id;
        String serviceName;
        Version version;
        IVpc vpc;
        Delivery delivery;
        FleetOptions fleet = FleetOptions.builder().build();
        TrafficOptions traffic = TrafficOptions.builder().build();
        Way way;

        private Builder(Construct scope, String id) {
            this.scope = scope;
            this.id = id;
        }

        /** A builder of the service that will be {@code id} in {@code scope}. */
        public static Builder create(Construct scope, String id) {
            return new Builder(scope, id);
        }

        /**
         * The service's name: a lower-case letter and up to 30 lower-case letters, digits or hyphens. Part of the name
         * of the Auto Scaling group, so a change replaces the fleet. Required.
         */
        public Builder serviceName(String name) {
            this.serviceName = name;
            return this;
        }

        /** What the service runs, see {@link ReleaseContext#version}. Required. */
        public Builder version(Version name) {
            this.version = name;
            return this;
        }

        /** Where the service runs: two zones or more. Required. */
        public Builder vpc(IVpc network) {
            this.vpc = network;
            return this;
        }

        /** How a version reaches a host. Required. */
        public Builder delivery(Delivery how) {
            this.delivery = how;
            return this;
        }

        /** Sizes, scaling, volumes; two hosts or more. Default: {@link FleetOptions#builder()}'s. */
        public Builder fleet(FleetOptions options) {
            this.fleet = options;
            return this;
        }

        /** Port, health check, certificates. Default: {@link TrafficOptions#builder()}'s. */
        public Builder traffic(TrafficOptions options) {
            this.traffic = options;
            return this;
        }

        /** How a new version reaches the hosts. Required. */
        public Builder way(Way how) {
            this.way = how;
            return this;
        }

        /**
         * The service.
         *
         * @throws NullPointerException naming the value that is missing
         * @throws InvalidValueException as the constructor
         */
        public OneFleetService build() {
            return new OneFleetService(scope, id, new OneFleetServiceProps(this));
        }
    }
}
