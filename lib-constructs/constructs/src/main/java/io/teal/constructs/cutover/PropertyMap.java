package io.teal.constructs.cutover;

import io.teal.constructs.fleet.FleetOptions;
import io.teal.constructs.fleet.FleetSchedule;
import io.teal.constructs.support.ColorNames;
import io.teal.constructs.support.Seconds;
import io.teal.constructs.traffic.ExistingListener;
import io.teal.constructs.traffic.TrafficOptions;
import io.teal.release.Color;
import io.teal.release.cutover.ColorProperties;
import io.teal.release.cutover.CutoverMap;
import io.teal.release.cutover.CutoverProperties;
import io.teal.release.cutover.InstallProperties;
import io.teal.release.plan.Timing;
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
 * The one map that Preflight and Shift get. Beside what they read it holds all that Teal sets on fleets, target groups
 * and listeners: a change of any of it must wake both, so that nothing that could touch traffic passes them by.
 */
final class PropertyMap {
    private final Construct scope;
    private final CutoverProps props;
    private final Map<Color, HealthAlarms> health;
    private final Optional<Alarm> resets;

    PropertyMap(Construct scope, CutoverProps props, Map<Color, HealthAlarms> health, Optional<Alarm> resets) {
        this.scope = scope;
        this.props = props;
        this.health = health;
        this.resets = resets;
    }

    /** The map, for runs that {@code stateMachine} drives. */
    Map<String, Object> of(String stateMachine) {
        Map<String, Object> map = CutoverMap.write(properties(stateMachine));
        map.put("Fleet", fleet(props.fleet()));
        map.put("Listener", listener(props.traffic()));
        if (props.traffic().existingListener().isPresent()) {
            map.put(CutoverMap.FAREWELL, seconds(props.spread()));
        }
        return map;
    }

    /** The same map, and beside it what Install of {@code color}, or of both colours, is told. */
    Map<String, Object> install(Optional<Color> color, Install install, String stateMachine) {
        Map<String, Object> map = of(stateMachine);
        map.put(InstallProperties.NAME, install.told(color, Optional.empty()));
        return map;
    }

    private CutoverProperties properties(String stateMachine) {
        CutoverOptions options = props.options();
        Map<Color, ColorProperties> colors = new EnumMap<>(Color.class);
        for (Color color : Color.values()) {
            colors.put(color, color(color));
        }
        return new CutoverProperties(
                props.serviceName(),
                props.request(),
                options.strategy(),
                props.source(),
                props.gating(),
                timing(),
                props.fleet().maxCapacity(),
                props.router().getLoadBalancerArn(),
                stateMachine,
                options.hook().map(IFunction::getFunctionArn),
                options.probe().map(IFunction::getFunctionArn),
                alarms(),
                colors);
    }

    private List<String> alarms() {
        return Stream.concat(resets.stream(), props.options().alarms().stream())
                .map(IAlarm::getAlarmName)
                .toList();
    }

    private ColorProperties color(Color color) {
        Grounds grounds = new Grounds(props);
        return new ColorProperties(
                grounds.groupName(scope, color),
                List.of(props.router().getTargetGroup(color).getTargetGroupArn()),
                props.router().getPreviewUrl(color),
                grounds.launchTemplate(color).map(LaunchTemplate::getLatestVersionNumber),
                health.get(color).getAlarms().stream().map(Alarm::getAlarmName).toList());
    }

    /** Times as the engine has them; what is no option is the engine's own. */
    Timing timing() {
        CutoverOptions options = props.options();
        return new Timing(
                Timing.DEFAULT.tick(),
                Timing.DEFAULT.read(),
                Seconds.of(options.boot()),
                Seconds.of(options.hookTime()),
                Seconds.of(props.spread()),
                Seconds.of(props.traffic().deregistrationDelay()),
                Seconds.of(options.bake()),
                Timing.DEFAULT.evidence());
    }

    private Map<String, Object> fleet(FleetOptions fleet) {
        Map<String, Object> map = new TreeMap<>();
        map.put("MinCapacity", Integer.toString(fleet.minCapacity()));
        fleet.requestsPerHost().ifPresent(target -> map.put("RequestsPerHost", Integer.toString(target)));
        if (!fleet.schedules().isEmpty()) {
            map.put(
                    "Schedules",
                    fleet.schedules().stream().map(PropertyMap::schedule).toList());
        }
        map.put("CpuTargetPercent", Integer.toString(fleet.cpuTargetPercent()));
        map.put("WarmUp", seconds(fleet.warmUp()));
        map.put("HealthCheckGracePeriod", seconds(fleet.healthCheckGracePeriod()));
        map.put(
                "InstanceTypes",
                fleet.instanceTypes().stream().map(Object::toString).toList());
        map.put(
                "Subnets",
                props.router().getVpc().selectSubnets(fleet.subnets()).getSubnetIds());
        return map;
    }

    private static String schedule(FleetSchedule schedule) {
        return schedule.name() + ": at least " + schedule.minCapacity() + " from "
                + schedule.when().getExpressionString() + " "
                + schedule.timeZone().orElse("UTC");
    }

    private Map<String, Object> listener(TrafficOptions traffic) {
        Map<String, Object> map = new TreeMap<>();
        traffic.existingListener().ifPresentOrElse(existing -> shared(map, existing), () -> own(map, traffic));
        map.put(
                "Certificates",
                traffic.certificates().stream()
                        .map(one -> one.getCertificateArn())
                        .toList());
        map.put("ApplicationPort", Integer.toString(traffic.applicationPort()));
        props.shared().ifPresent(shared -> map.put("GreenApplicationPort", Integer.toString(shared.greenPort())));
        map.put("HealthCheckPath", traffic.healthCheckPath());
        traffic.network()
                .ifPresent(network ->
                        map.put("NetworkHealthCheck", network.healthCheck().name()));
        map.put("HealthCheckInterval", seconds(traffic.healthCheckInterval()));
        for (Color color : Color.values()) {
            map.put(ColorNames.of(color) + "PreviewPort", Integer.toString(traffic.previewPort(color)));
        }
        return map;
    }

    private static void own(Map<String, Object> map, TrafficOptions traffic) {
        map.put("Port", Integer.toString(traffic.productionPort()));
        map.put("InternetFacing", Boolean.toString(traffic.internetFacing()));
        map.put("Clients", traffic.clients().stream().map(IPeer::getUniqueId).toList());
    }

    /** Without a preview's secret: the map is kept in executions and logs. */
    private static void shared(Map<String, Object> map, ExistingListener existing) {
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
