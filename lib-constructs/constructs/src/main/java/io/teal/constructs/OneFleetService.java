package io.teal.constructs;

import io.teal.constructs.internal.common.GroupNames;
import io.teal.constructs.internal.common.L1;
import io.teal.constructs.internal.cutover.RevisionLocation;
import io.teal.constructs.internal.fleet.FleetChecks;
import io.teal.constructs.internal.fleet.FleetParts;
import io.teal.constructs.internal.fleet.HostAccess;
import io.teal.constructs.internal.fleet.HostAgent;
import io.teal.constructs.internal.fleet.HostBoot;
import io.teal.constructs.internal.lastlook.LastLook;
import io.teal.constructs.internal.outputs.OneFleetOutputs;
import io.teal.constructs.internal.update.UpdatedFleet;
import io.teal.constructs.internal.update.UpdatedFleetProps;
import io.teal.release.Contract;
import io.teal.release.InvalidValueException;
import io.teal.release.Version;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.Tags;
import software.amazon.awscdk.services.autoscaling.AutoScalingGroup;
import software.amazon.awscdk.services.cloudwatch.Alarm;
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
public final class OneFleetService extends HostedService {
    /** One host serves while the other is replaced or installed. */
    private static final int LEAST_HOSTS = 2;

    private final Version version;
    private final SingleRouter router;
    private final UpdatedFleet fleet;

    private OneFleetService(Builder values) {
        super(
                values.scope,
                values.id,
                service -> new HostAccess(
                        service,
                        "Hosts",
                        values.vpc,
                        values.delivery.permissions(),
                        values.trafficSettings().applicationPort()));
        this.version = values.version;
        String groupName = groupName(this, values.serviceName);
        GroupNames.take(this, groupName);
        this.router = new SingleRouter(this, "Traffic", values.vpc, getSecurityGroup(), values.trafficSettings());
        this.fleet = fleet(values);
        Tags.of(fleet.getAutoScalingGroup()).add("Name", groupName);
        Tags.of(fleet.getAutoScalingGroup()).add(Contract.SERVICE_TAG, values.serviceName);
        order();
        OneFleetOutputs.create(this, version, router, fleet);
    }

    private UpdatedFleet fleet(Builder values) {
        Optional<RevisionLocation> revision = values.delivery.revisions().map(revisions -> revisions.location(version));
        HostBoot boot = values.delivery.hostSetup(version).boot(revision.isPresent());
        UpdatedFleetProps props = new UpdatedFleetProps(
                values.serviceName,
                version,
                new FleetParts(
                        values.vpc,
                        access,
                        List.of(router.getTargetGroup().getTargetGroupArn()),
                        values.fleetSettings()),
                HostAgent.of(this, "Agent", groupName(this, values.serviceName), values.fleetSettings(), getRole())
                        .map(agent -> agent.on(boot))
                        .orElse(boot),
                revision,
                router);
        return values.way.way.fleet(this, props);
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
        return version;
    }

    /** Load balancer, target group and listener. */
    public SingleRouter getRouter() {
        return router;
    }

    /**
     * The Auto Scaling group. If it is attached to target groups of your own, its hosts register in these too; a host
     * that fails the health check of any of them is replaced.
     */
    public AutoScalingGroup getAutoScalingGroup() {
        return fleet.getAutoScalingGroup();
    }

    /** Teal's own alarms, which roll a release back. */
    public List<Alarm> getAlarms() {
        return fleet.getAlarms();
    }

    /** Builds a {@link OneFleetService}. */
    public static final class Builder extends ServiceBuilder<Builder> {
        private final Construct scope;
        private final String id;
        private Version version;
        private Delivery delivery;
        private Way way;

        private Builder(Construct scope, String id) {
            this.scope = scope;
            this.id = id;
        }

        /** A builder of the service that will be {@code id} in {@code scope}. */
        public static Builder create(Construct scope, String id) {
            return new Builder(scope, id);
        }

        /** What the service runs, see {@link ReleaseContext#version}. Required. */
        public Builder version(Version name) {
            this.version = name;
            return this;
        }

        /** How a version reaches a host. Required. */
        public Builder delivery(Delivery how) {
            this.delivery = how;
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
         * @throws InvalidValueException if the name is not usable, delivery and way do not fit together, the fleet may
         *     have fewer than two hosts or is in fewer than two zones, the delivery does not know the version, the
         *     traffic options have what one fleet cannot, or another service of the app makes an Auto Scaling group of
         *     the same name
         */
        public OneFleetService build() {
            checkedName();
            Objects.requireNonNull(version, "version");
            Objects.requireNonNull(vpc, "vpc");
            Objects.requireNonNull(delivery, "delivery");
            Objects.requireNonNull(way, "way")
                    .way
                    .requireFit(delivery.revisions().isPresent());
            InvalidValueException.require(
                    fleetSettings().minCapacity() >= LEAST_HOSTS,
                    "minCapacity of a service on one fleet must be " + LEAST_HOSTS + " or more, got "
                            + fleetSettings().minCapacity()
                            + ": a host that is replaced or installed serves no requests");
            FleetChecks.alwaysHosts(fleetSettings(), "a service on one fleet is released host by host");
            return new OneFleetService(this);
        }

        @Override
        Builder self() {
            return this;
        }
    }
}
