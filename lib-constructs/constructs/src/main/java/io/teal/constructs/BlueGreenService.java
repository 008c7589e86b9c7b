package io.teal.constructs;

import io.teal.constructs.internal.common.GroupNames;
import io.teal.constructs.internal.common.L1;
import io.teal.constructs.internal.cutover.FleetPerColor;
import io.teal.constructs.internal.cutover.Installation;
import io.teal.constructs.internal.dashboard.DashboardParts;
import io.teal.constructs.internal.dashboard.ServiceDashboard;
import io.teal.constructs.internal.fleet.ColorFleetProps;
import io.teal.constructs.internal.fleet.FleetChecks;
import io.teal.constructs.internal.fleet.FleetParts;
import io.teal.constructs.internal.fleet.FleetScaling;
import io.teal.constructs.internal.fleet.HostAccess;
import io.teal.constructs.internal.fleet.HostAgent;
import io.teal.constructs.internal.fleet.HostBoot;
import io.teal.constructs.internal.lastlook.LastLook;
import io.teal.release.Color;
import io.teal.release.InvalidValueException;
import io.teal.release.Version;
import io.teal.release.cutover.CutoverMap;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import software.amazon.awscdk.services.autoscaling.CfnAutoScalingGroup;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.constructs.Construct;

/**
 * A service on two equal slots for a fleet, blue and green, behind one load balancer.
 *
 * <p>It creates an Application Load Balancer with a production listener that shares traffic by weight and a preview
 * listener for each colour; a target group for each colour; and, for each colour that has a version, a launch template,
 * an Auto Scaling group, a CPU target and, if CodeDeploy installs the versions, a deployment group. Releases add and
 * remove fleets and change weights, nothing else.
 *
 * <p>Two fleets run, and are paid for, from the deploy that starts a version to the one that retires the other.
 *
 * <pre>{@code
 * BlueGreenService.Builder.create(stack, "Orders")
 *         .serviceName("orders")
 *         .release(ReleaseContext.of(stack, "orders"))
 *         .vpc(vpc)
 *         .delivery(Delivery.images(Map.of("1.0.0", Map.of("eu-west-1", "ami-0a1b2c3d4e5f60718"))))
 *         .build();
 * }</pre>
 *
 * <p>One deploy verifies, shifts, bakes and settles, or ends where it began, see {@link Cutover}.
 */
public final class BlueGreenService extends TwoColorService {
    private final BlueGreenServiceProps props;
    private final Map<Color, HostAgent> agents = new EnumMap<>(Color.class);
    private final Map<Color, ColorFleet> fleets;
    private final Optional<DeploymentGroups> deploymentGroups;
    private final Cutover cutover;
    private Optional<Dashboard> dashboard = Optional.empty();

    /**
     * The service that {@code props} describe.
     *
     * @throws InvalidValueException if the fleets' subnets are in fewer than two zones, the delivery does not know a
     *     version of the release, or another service of the app makes Auto Scaling groups of the same names
     */
    public BlueGreenService(Construct scope, String id, BlueGreenServiceProps props) {
        super(scope, id, props, OptionalInt.empty(), service -> access(service, props));
        this.props = props;
        for (Color color : Color.values()) {
            HostAgent.of(this, CutoverMap.name(color) + "Agent", groupName(color), props.fleet, getRole())
                    .ifPresent(agent -> agents.put(color, agent));
        }
        this.fleets = fleets();
        this.deploymentGroups = deploymentGroups();
        this.cutover = cutover(new FleetPerColor(props.serviceName, fleets, installations()));
        order();
    }

    private static HostAccess access(Construct service, BlueGreenServiceProps props) {
        for (Color color : Color.values()) {
            GroupNames.take(service, ColorFleet.groupName(service, props.serviceName, color));
        }
        return new HostAccess(
                service, "Hosts", props.vpc, props.delivery.permissions(), props.traffic.applicationPort());
    }

    /** The fleet of {@code color}, if the colour has a version. */
    public Optional<ColorFleet> getFleet(Color color) {
        return Optional.ofNullable(fleets.get(color));
    }

    /** The CodeDeploy application and groups, if CodeDeploy installs the versions. */
    public Optional<DeploymentGroups> getDeploymentGroups() {
        return deploymentGroups;
    }

    @Override
    public Cutover getCutover() {
        return cutover;
    }

    /**
     * A CloudWatch dashboard of both colours side by side, called {@code <stack>-<service>-<region>}: shares, requests,
     * answers 5xx, response times, hosts, CPU, network, alarms, and what {@link HostOptions.Builder#cloudWatchAgent}
     * sends: memory, disk, the newest lines that tell of an error. Made by the first call, which is how it is asked
     * for; add widgets of your own to what it returns. An account pays for each dashboard, see {@code docs/watch.md}.
     *
     * <p>A deploy fails if one of that name was made by hand: delete or rename it first. Behind a Network Load
     * Balancer, which counts connections of both colours together, there are no shares.
     */
    public Dashboard dashboard() {
        dashboard = dashboard.or(() -> Optional.of(ServiceDashboard.create(this, shown())));
        return dashboard.orElseThrow();
    }

    private DashboardParts shown() {
        Map<Color, String> groups = new EnumMap<>(Color.class);
        Map<Color, String> logs = new EnumMap<>(Color.class);
        for (Color color : Color.values()) {
            groups.put(color, groupName(color));
            Optional.ofNullable(agents.get(color))
                    .flatMap(HostAgent::logGroupName)
                    .ifPresent(log -> logs.put(color, log));
        }
        return new DashboardParts(
                props.serviceName,
                getRelease(),
                getRouter(),
                cutover.getStateMachineArn(),
                cutover.getAllAlarms(),
                groups,
                !agents.isEmpty(),
                logs);
    }

    private String groupName(Color color) {
        return ColorFleet.groupName(this, props.serviceName, color);
    }

    private Map<Color, ColorFleet> fleets() {
        if (props.delivery.revisions().isPresent()) {
            FleetChecks.alwaysHosts(props.fleet, "CodeDeploy installs on hosts that are there");
            InvalidValueException.require(
                    props.traffic.ports().isEmpty(),
                    "alsoPort is not for CodeDeploy, which takes a host out of one target group only",
                    "deliver the version by an image or an artifact, or make each port a service");
        }
        Map<Color, ColorFleet> made = new EnumMap<>(Color.class);
        for (Color color : Color.values()) {
            getRelease().version(color).ifPresent(version -> made.put(color, fleet(color, version)));
        }
        return made;
    }

    private ColorFleet fleet(Color color, Version version) {
        HostBoot boot = props.delivery
                .hostSetup(version)
                .boot(props.delivery.revisions().isPresent());
        ColorFleetProps fleet = new ColorFleetProps(
                props.serviceName,
                color,
                version,
                new FleetParts(props.vpc, access, getRouter().getTargetGroupArns(color), props.fleet),
                agents.containsKey(color) ? agents.get(color).on(boot) : boot,
                new FleetScaling.Applies(
                        getRelease().version(color.other()).isEmpty(),
                        color == getRelease().active(),
                        getRouter().getRequestLabel(color)));
        return sized(new ColorFleet(this, CutoverMap.name(color), fleet));
    }

    /** Shift takes hosts from a fleet, and Auto Scaling refuses less than a group's minimum. */
    private ColorFleet sized(ColorFleet fleet) {
        least(fleet.getColor())
                .ifPresent(hosts ->
                        ((CfnAutoScalingGroup) L1.of(fleet.getAutoScalingGroup())).setMinSize(Integer.toString(hosts)));
        return fleet;
    }

    /** The fewest hosts of {@code color}, where they are not the service's. */
    private Optional<Integer> least(Color color) {
        boolean rests = color != getRelease().active();
        return emptiable() ? Optional.of(0) : props.cutover.standbyCapacity().filter(hosts -> rests);
    }

    private Optional<DeploymentGroups> deploymentGroups() {
        return props.delivery
                .revisions()
                .map(revisions -> new DeploymentGroups(
                        this,
                        "CodeDeploy",
                        List.copyOf(fleets.values()),
                        getRouter(),
                        props.codeDeploy.orElseGet(
                                () -> DeploymentGroupsOptions.builder().build().settings)));
    }

    private Map<Color, Installation> installations() {
        return props.delivery
                .revisions()
                .map(revisions -> deploymentGroups.orElseThrow().installations(revisions::location))
                .orElse(Map.of());
    }

    /**
     * The order CloudFormation updates the service in, where {@link Cutover} does not make it: in parallel, a weight
     * could rise before its group exists. Between single resources, since a dependency on a construct is one on
     * everything in it, and closes cycles.
     *
     * <pre>preview, rules ─▶ Auto Scaling group ─▶ deployment group (─▶ Install) ─▶ Shift (─▶ production)</pre>
     */
    private void order() {
        fleets.forEach((color, fleet) -> {
            order(fleet.getAutoScalingGroup(), color);
            deploymentGroups
                    .flatMap(groups -> groups.getDeploymentGroup(color))
                    .ifPresent(installed -> LastLook.at(this).order(cutover.getShift(), L1.of(installed)));
        });
    }

    /** Builds a {@link BlueGreenService}. */
    public static final class Builder extends BlueGreenBuilder<Builder> {
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
         * @throws InvalidValueException as {@link BlueGreenServiceProps.Builder#build()} and the constructor
         */
        public BlueGreenService build() {
            return new BlueGreenService(scope, id, new BlueGreenServiceProps(this));
        }

        @Override
        Builder self() {
            return this;
        }
    }
}
