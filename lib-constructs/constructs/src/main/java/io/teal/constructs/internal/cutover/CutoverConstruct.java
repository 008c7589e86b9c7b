package io.teal.constructs.internal.cutover;

import io.teal.constructs.internal.common.L1;
import io.teal.constructs.internal.fleet.AutoScalingFleet;
import io.teal.constructs.internal.lastlook.LastLook;
import io.teal.release.Color;
import io.teal.release.Contract;
import io.teal.release.InvalidValueException;
import io.teal.release.Release;
import io.teal.release.SchemaStep;
import io.teal.release.cutover.CutoverMap;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.autoscaling.CfnAutoScalingGroup;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.IAlarm;
import software.constructs.Construct;

/**
 * What makes one {@code cdk deploy} a release that cannot lose traffic: Preflight, which refuses unsafe deploys and
 * pins what each fleet boots from, and Shift, which verifies the new fleet, moves weights step by step and watches
 * them.
 *
 * <pre>
 *   launch templates ─▶ Preflight ─▶ fleets (─▶ Install) ─▶ Shift ─▶ production listener
 * </pre>
 *
 * <p>Where CodeDeploy installs the versions there is an Install for each fleet: it lets CodeDeploy install the colour's
 * version, while it has no traffic.
 *
 * <p>Both get one identical map, so that any change that could affect traffic updates both, also in a rollback. The
 * production listener's weights are attributes of Shift: CloudFormation writes what is live already, also in a
 * rollback.
 */
public class CutoverConstruct extends Construct {
    private final CutoverProps props;
    private final Map<Color, List<HealthAlarms>> health = new EnumMap<>(Color.class);
    private final Optional<Alarm> resets;
    private final Machinery machinery;
    private final CfnResource preflight;
    private final CfnResource shift;
    private final Map<String, CfnResource> installs = new TreeMap<>();

    /**
     * The cutover that {@code props} describe.
     *
     * @throws InvalidValueException if its plan does not fit into the hour that CloudFormation waits
     */
    public CutoverConstruct(Construct scope, String id, CutoverProps props) {
        super(scope, id);
        this.props = props;
        for (Color color : Color.values()) {
            health.put(color, alarms(color));
        }
        this.machinery = new Machinery(this, "Machinery", new Permissions(this, props).job());
        this.resets = props.traffic().network().map(network -> HealthAlarms.resets(this, props));
        PropertyMap map = new PropertyMap(this, props, health, resets);
        HourCheck.require(props, map.timing());
        Map<String, Object> told = map.of(machinery.machineArn());
        this.preflight = machinery.resource(this, "Preflight", Contract.PREFLIGHT, told);
        this.shift = machinery.resource(this, "Shift", Contract.SHIFT, told);
        install(told);
        pin();
        order();
        letGo(props.router().getCandidateRules(), new TreeMap<>(told));
        weigh();
        guard();
        new CutoverChecks(this, props, preflight, shift).keep(List.copyOf(installs.values()));
    }

    /** The name of a service's state machine, {@code <stack>-<service>-release}: where to look up its runs. */
    public static String stateMachineName(Construct scope, String serviceName) {
        return Contract.stateMachineName(Stack.of(scope).getStackName(), serviceName);
    }

    /** Checks a deploy before it changes a live resource. */
    public final CfnResource getPreflight() {
        return preflight;
    }

    /** Moves traffic. */
    public final CfnResource getShift() {
        return shift;
    }

    /**
     * Lets CodeDeploy install the version of {@code color}, if it installs the versions and the colour has one; of both
     * colours if they share the hosts.
     */
    public final Optional<CfnResource> getInstall(Color color) {
        return Optional.ofNullable(installs.get(props.fleets().installationId(color)));
    }

    /** ARN of the machine that drives its runs. */
    public final String getStateMachineArn() {
        return machinery.machineArn();
    }

    /** The alarms that roll a release to {@code color} back, without the user's own. */
    public final List<Alarm> getAlarms(Color color) {
        return health.get(color).stream()
                .flatMap(one -> one.getAlarms().stream())
                .toList();
    }

    /** All alarms that roll a release back, to whichever colour: the user's own, and Teal's. */
    public final List<IAlarm> getAllAlarms() {
        List<IAlarm> alarms = new ArrayList<>(props.options().alarms());
        Stream.of(Color.values()).forEach(color -> alarms.addAll(getAlarms(color)));
        resets.ifPresent(alarms::add);
        return alarms;
    }

    private List<HealthAlarms> alarms(Color color) {
        return props.router().getPorts().stream()
                .map(port -> new HealthAlarms(
                        this,
                        CutoverMap.name(color) + port.prefix() + "Health",
                        MonitoredTargets.of(props.router(), port, color),
                        props.options().health(),
                        OptionalInt.empty()))
                .toList();
    }

    /** There is something to return to only while both colours have a version, and the schema fits both. */
    private void guard() {
        Release release = props.request().release();
        boolean standby = release.runsBoth() && props.request().schema() != SchemaStep.CONTRACTED;
        if (props.options().guard().isEmpty() || !standby) {
            return;
        }
        new AlarmGuard(this, "Guard", machinery.functionArn(), machinery.machineArn(), getAllAlarms());
    }

    private void install(Map<String, Object> told) {
        props.fleets().installations().forEach((id, of) -> {
            Map<String, Object> properties = PropertyMap.install(told, of.color(), of.installation());
            installs.put(id, machinery.resource(this, id, Contract.INSTALL, properties));
        });
    }

    /** A fleet boots from the launch template version that Preflight returns, so no deploy refreshes a live fleet. */
    private void pin() {
        fleets().forEach((color, fleet) -> {
            CfnAutoScalingGroup group = (CfnAutoScalingGroup) L1.of(fleet.getAutoScalingGroup());
            String path = group.getMixedInstancesPolicy() == null
                    ? "LaunchTemplate.Version"
                    : "MixedInstancesPolicy.LaunchTemplate.LaunchTemplateSpecification.Version";
            group.addPropertyOverride(path, preflight.getAtt(CutoverMap.name(color) + CutoverMap.PIN));
        });
    }

    private Map<Color, AutoScalingFleet> fleets() {
        return props.fleets().fleets(props.request().release());
    }

    /**
     * Between single resources: a dependency on a construct is one on everything in it, and closes cycles. Preflight
     * waits for the launch templates because their newest versions are among its properties.
     */
    private void order() {
        LastLook look = LastLook.at(this);
        machinery.parts().forEach(part -> look.order(preflight, part));
        fleets().values().forEach(fleet -> look.order(L1.of(fleet.getAutoScalingGroup()), preflight));
        afterFleets().forEach(earlier -> look.order(shift, earlier));
        props.fleets().installations().forEach((id, of) -> {
            CfnResource install = installs.get(id);
            look.order(install, preflight);
            look.order(install, L1.of(of.fleet().getAutoScalingGroup()));
            look.order(install, of.installation().group());
            look.order(shift, install);
        });
        props.router().getPorts().forEach(port -> look.order(port.production(), shift));
    }

    /**
     * Chosen requests go to a candidate when Shift has seen it healthy. When none rests any more, CloudFormation
     * deletes the rule, then the farewell, which waits until every node has forgotten the rule, and then the
     * candidate's fleet.
     */
    private void letGo(List<CfnResource> rules, Map<String, Object> told) {
        if (rules.isEmpty()) {
            return;
        }
        told.put(CutoverMap.FAREWELL, Long.toString(props.spread().toSeconds().longValue()));
        CfnResource farewell = machinery.resource(this, "CandidateFarewell", Contract.FAREWELL, told);
        LastLook look = LastLook.at(this);
        machinery.parts().forEach(part -> look.order(farewell, part));
        fleets().values().forEach(fleet -> look.order(farewell, L1.of(fleet.getAutoScalingGroup())));
        rules.forEach(rule -> List.of(farewell, shift).forEach(earlier -> look.order(rule, earlier)));
    }

    private List<CfnResource> afterFleets() {
        List<CfnResource> earlier = new ArrayList<>(List.of(preflight));
        for (Color color : Color.values()) {
            props.router()
                    .getPorts()
                    .forEach(port -> earlier.add(port.previews().get(color)));
            getAlarms(color).forEach(alarm -> earlier.add(L1.of(alarm)));
        }
        resets.ifPresent(alarm -> earlier.add(L1.of(alarm)));
        for (AutoScalingFleet fleet : fleets().values()) {
            earlier.add(L1.of(fleet.getAutoScalingGroup()));
            earlier.addAll(fleet.getSizing());
        }
        return earlier;
    }

    private void weigh() {
        if (props.traffic().existingListener().isPresent()) {
            L1.tag(props.router().getProduction(), Contract.RULE_TAG, stateMachineName(this, props.serviceName()));
        }
        Stream.of(Color.values())
                .forEach(color ->
                        props.router().writeWeight(color, shift.getAtt(CutoverMap.name(color) + CutoverMap.WEIGHT)));
    }
}
