package io.teal.constructs.internal.cutover;

import io.teal.constructs.internal.common.WholeSeconds;
import io.teal.constructs.internal.fleet.ChosenSubnets;
import io.teal.constructs.internal.fleet.FleetSettings;
import io.teal.constructs.internal.fleet.ScheduledCapacity;
import io.teal.constructs.internal.traffic.ApplicationSettings;
import io.teal.constructs.internal.traffic.ExistingListenerSettings;
import io.teal.constructs.internal.traffic.ServicePort;
import io.teal.constructs.internal.traffic.TrafficSettings;
import io.teal.release.Color;
import io.teal.release.cutover.ColorProperties;
import io.teal.release.cutover.CutoverMap;
import io.teal.release.cutover.CutoverProperties;
import io.teal.release.cutover.InstallProperties;
import io.teal.release.observation.HookPoint;
import io.teal.release.plan.Timing;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.IAlarm;
import software.amazon.awscdk.services.ec2.IPeer;
import software.amazon.awscdk.services.ec2.LaunchTemplate;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerCondition;
import software.amazon.awscdk.services.lambda.IFunction;
import software.constructs.Construct;

/**
 * The one map that Preflight and Shift get. Besides what they read it has all that Teal sets on fleets, target groups
 * and listeners, so that any change that could affect traffic updates both.
 */
final class PropertyMap {
    private final Construct scope;
    private final CutoverProps props;
    private final Map<Color, List<HealthAlarms>> health;
    private final Optional<Alarm> resets;
    private final Timing timing;

    PropertyMap(Construct scope, CutoverProps props, Map<Color, List<HealthAlarms>> health, Optional<Alarm> resets) {
        this.scope = scope;
        this.props = props;
        this.health = health;
        this.resets = resets;
        this.timing = timingOf(props);
    }

    /** Times as the engine has them. */
    Timing timing() {
        return timing;
    }

    /** The map, for runs that {@code stateMachine} drives. */
    Map<String, Object> of(String stateMachine) {
        Map<String, Object> map = CutoverMap.write(properties(stateMachine));
        map.put("Fleet", fleet(props.fleet()));
        map.put(ServicePort.properties(""), listener(props.traffic()));
        props.traffic().ports().forEach((name, port) -> map.put(ServicePort.properties(name), listener(port)));
        if (props.traffic().existingListener().isPresent()) {
            map.put(CutoverMap.FAREWELL, seconds(props.spread()));
        }
        return map;
    }

    /** The map {@code told} plus the properties of Install, of {@code color} or of both colours. */
    static Map<String, Object> install(Map<String, Object> told, Optional<Color> color, Installation installation) {
        Map<String, Object> map = new TreeMap<>(told);
        map.put(InstallProperties.NAME, installation.properties(color, Optional.empty()));
        return map;
    }

    private CutoverProperties properties(String stateMachine) {
        CutoverSettings options = props.options();
        return new CutoverProperties(
                props.serviceName(),
                props.request(),
                options.strategy(),
                props.source(),
                props.gating(),
                timing,
                props.fleet().maxCapacity(),
                emptiable() ? props.fleet().minCapacity() : 0,
                props.router().getLoadBalancerArn(),
                stateMachine,
                hooks(),
                options.probe().map(IFunction::getFunctionArn),
                !props.fleets().installations().isEmpty(),
                alarms(),
                options.notices().targets(),
                options.guard().map(WholeSeconds::of),
                colors(),
                props.fleet().nights().toList(),
                options.standbyCapacity().orElse(0));
    }

    private Map<HookPoint, String> hooks() {
        Map<HookPoint, String> hooks = new EnumMap<>(HookPoint.class);
        props.options().hooks().forEach((point, function) -> hooks.put(point, function.getFunctionArn()));
        return hooks;
    }

    private Map<Color, ColorProperties> colors() {
        Map<Color, ColorProperties> colors = new EnumMap<>(Color.class);
        for (Color color : Color.values()) {
            colors.put(color, color(color));
        }
        return colors;
    }

    private boolean emptiable() {
        return props.way().sharesCapacity() || props.fleet().nights().findAny().isPresent();
    }

    private List<String> alarms() {
        return Stream.concat(resets.stream(), props.options().alarms().stream())
                .map(IAlarm::getAlarmName)
                .toList();
    }

    private ColorProperties color(Color color) {
        CutoverFleets fleets = props.fleets();
        return new ColorProperties(
                fleets.groupName(scope, color),
                props.router().getTargetGroupArns(color),
                props.router().getPreviewUrl(color),
                fleets.launchTemplate(props.request().release(), color).map(LaunchTemplate::getLatestVersionNumber),
                health.get(color).stream()
                        .flatMap(one -> one.getAlarms().stream())
                        .map(Alarm::getAlarmName)
                        .toList());
    }

    /** The engine's defaults where there is no option. */
    private static Timing timingOf(CutoverProps props) {
        CutoverSettings options = props.options();
        return new Timing(
                Timing.DEFAULT.tick(),
                Timing.DEFAULT.read(),
                WholeSeconds.of(options.boot()),
                WholeSeconds.of(options.hookTime()),
                WholeSeconds.of(props.spread()),
                WholeSeconds.of(props.traffic().longestDelay()),
                WholeSeconds.of(options.bake()),
                Timing.DEFAULT.evidence(),
                props.traffic()
                        .application()
                        .sticky()
                        .map(sticky -> WholeSeconds.of(sticky.duration()))
                        .orElse(Duration.ZERO));
    }

    private Map<String, Object> fleet(FleetSettings fleet) {
        Map<String, Object> map = new TreeMap<>();
        map.put("MinCapacity", Integer.toString(fleet.minCapacity()));
        fleet.requestsPerHost().ifPresent(target -> map.put("RequestsPerHost", Integer.toString(target)));
        if (!fleet.schedules().isEmpty()) {
            map.put(
                    "Schedules",
                    fleet.schedules().stream().map(PropertyMap::schedule).toList());
        }
        map.putAll(fleet.hosts().group());
        map.put("CpuTargetPercent", Integer.toString(fleet.cpuTargetPercent()));
        map.put("WarmUp", seconds(fleet.warmUp()));
        map.put("HealthCheckGracePeriod", seconds(fleet.healthCheckGracePeriod()));
        map.put(
                "InstanceTypes",
                fleet.instanceTypes().stream().map(Object::toString).toList());
        map.put(
                "Subnets",
                ChosenSubnets.of(props.router().getVpc(), fleet.subnets()).getSubnetIds());
        return map;
    }

    private static String schedule(ScheduledCapacity schedule) {
        return schedule.name() + ": at least " + schedule.minCapacity() + " from "
                + schedule.when().getExpressionString() + " "
                + schedule.timeZone().orElse("UTC");
    }

    private Map<String, Object> listener(TrafficSettings traffic) {
        Map<String, Object> map = new TreeMap<>();
        traffic.existingListener().ifPresentOrElse(existing -> shared(map, existing), () -> own(map, traffic));
        map.put(
                "Certificates",
                traffic.certificates().stream()
                        .map(one -> one.getCertificateArn())
                        .toList());
        map.put("ApplicationPort", Integer.toString(traffic.applicationPort()));
        props.fleets().greenPort().ifPresent(port -> map.put("GreenApplicationPort", Integer.toString(port)));
        map.put("HealthCheckPath", traffic.healthCheckPath());
        traffic.network()
                .ifPresent(network ->
                        map.put("NetworkHealthCheck", network.healthCheck().name()));
        application(map, traffic.application());
        map.put("HealthCheckInterval", seconds(traffic.healthCheckInterval()));
        for (Color color : Color.values()) {
            map.put(CutoverMap.name(color) + "PreviewPort", Integer.toString(traffic.previewPort(color)));
        }
        return map;
    }

    private static void application(Map<String, Object> map, ApplicationSettings application) {
        application.sticky().ifPresent(sticky -> map.put("StickTo", sticky.toString()));
        application
                .candidate()
                .ifPresent(chosen ->
                        map.put("CandidateBy", chosen.header() + ": " + String.join(" or ", chosen.values())));
        application.hosts().told().ifPresent(told -> map.put("ToHosts", told));
    }

    private static void own(Map<String, Object> map, TrafficSettings traffic) {
        map.put("Port", Integer.toString(traffic.productionPort()));
        map.put("InternetFacing", Boolean.toString(traffic.internetFacing()));
        map.put("Clients", traffic.clients().stream().map(IPeer::getUniqueId).toList());
    }

    /** Without a preview's secret: the map is kept in executions and logs. */
    private static void shared(Map<String, Object> map, ExistingListenerSettings existing) {
        map.put("Arn", existing.listener().getListenerArn());
        map.put("Priority", Integer.toString(existing.priority()));
        map.put(
                "Conditions",
                existing.conditions().stream()
                        .map(ListenerCondition::renderRawCondition)
                        .toList());
        existing.preview().ifPresent(header -> map.put("PreviewHeader", header.name()));
    }

    private static String seconds(software.amazon.awscdk.Duration time) {
        return Long.toString(time.toSeconds().longValue());
    }
}
