package io.teal.constructs.cutover;

import io.teal.constructs.support.ColorNames;
import io.teal.release.Color;
import io.teal.release.Contract;
import io.teal.release.InvalidValueException;
import io.teal.release.Release;
import io.teal.release.Strategy;
import io.teal.release.cutover.CutoverMap;
import io.teal.release.plan.Budget;
import io.teal.release.plan.Plan;
import io.teal.release.plan.Plans;
import io.teal.release.seen.Weights;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Tags;
import software.amazon.awscdk.services.autoscaling.CfnAutoScalingGroup;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.constructs.Construct;

/**
 * What makes one {@code cdk deploy} a release that cannot lose traffic: Preflight, which refuses what would go wrong
 * and pins what each fleet boots from, and Shift, which verifies the new fleet, moves weights step by step and watches
 * them.
 *
 * <pre>
 *   launch templates ─▶ Preflight ─▶ fleets (─▶ Install) ─▶ Shift ─▶ production listener
 * </pre>
 *
 * <p>Where CodeDeploy installs the versions there is an Install for each fleet: it lets CodeDeploy install what the
 * colour shall run, while nothing serves there.
 *
 * <p>Both get one identical map, so that whatever could touch traffic wakes both, in an update and in its rollback. The
 * production listener's weights are attributes of Shift: CloudFormation writes what is live already, also in a
 * rollback.
 */
public final class Cutover extends Construct {
    private final CutoverProps props;
    private final Map<Color, HealthAlarms> health = new EnumMap<>(Color.class);
    private final Optional<Alarm> resets;
    private final Machinery machinery;
    private final CfnResource preflight;
    private final CfnResource shift;
    private final Grounds grounds;
    private final Map<String, CfnResource> installs = new TreeMap<>();

    /**
     * The cutover that {@code props} describe.
     *
     * @throws InvalidValueException if its plan does not fit into the hour that CloudFormation waits
     */
    public Cutover(Construct scope, String id, CutoverProps props) {
        super(scope, id);
        this.props = props;
        this.grounds = new Grounds(props);
        for (Color color : Color.values()) {
            health.put(color, alarms(color));
        }
        this.machinery = new Machinery(this, "Machinery", new Permissions(this, props).job());
        this.resets = props.traffic().network().map(network -> Resets.alarm(this, props));
        PropertyMap map = new PropertyMap(this, props, health, resets);
        requireTime(new Plans(map.timing()));
        this.preflight = machinery.resource(this, "Preflight", Contract.PREFLIGHT, map.of(machinery.machineArn()));
        this.shift = machinery.resource(this, "Shift", Contract.SHIFT, map.of(machinery.machineArn()));
        install(map);
        pin();
        order();
        weigh();
    }

    /** The name of a service's state machine, {@code <stack>-<service>-release}: where its runs are looked up. */
    public static String stateMachineName(Construct scope, String serviceName) {
        return Contract.stateMachineName(Stack.of(scope).getStackName(), serviceName);
    }

    /** Judges a deploy before anything that serves is touched. */
    public CfnResource getPreflight() {
        return preflight;
    }

    /** Moves traffic. */
    public CfnResource getShift() {
        return shift;
    }

    /**
     * Lets CodeDeploy install the version of {@code color}, if it installs the versions and the colour has one; of both
     * colours if they share the hosts.
     */
    public Optional<CfnResource> getInstall(Color color) {
        return Optional.ofNullable(installs.get(grounds.installId(color)));
    }

    /** ARN of the machine that drives its runs. */
    public String getStateMachineArn() {
        return machinery.machineArn();
    }

    /** The alarms of {@code color}. */
    public HealthAlarms getHealthAlarms(Color color) {
        return health.get(color);
    }

    private HealthAlarms alarms(Color color) {
        return new HealthAlarms(
                this,
                HealthAlarms.id(color),
                props.router(),
                color,
                props.options().health());
    }

    private void install(PropertyMap map) {
        grounds.installs().forEach((id, of) -> {
            Map<String, Object> told = map.install(of.color(), of.install(), machinery.machineArn());
            installs.put(id, machinery.resource(this, id, Contract.INSTALL, told));
        });
    }

    /** The longest plan this service's releases can have. */
    private void requireTime(Plans plans) {
        Release release = props.request().release();
        Color active = release.active();
        CutoverOptions options = props.options();
        Strategy strategy = props.request().strategy().orElse(options.strategy());
        Plan plan = plans.shift(active, Weights.of(active, 0), release.weight(active), strategy, props.gating());
        Budget.refusal(plan).ifPresent(refusal -> {
            String why = "strategy " + strategy + " does not fit: " + refusal.reason();
            throw new InvalidValueException(why, refusal.remedy() + spread());
        });
    }

    private String spread() {
        return props.router().isNetwork()
                ? "; behind a Network Load Balancer each change of weights is held for "
                        + props.spread().toSeconds() + " s (CutoverOptions.spread)"
                : "";
    }

    /** A fleet boots from what Preflight says, not from the newest: what serves is never refreshed unseen. */
    private void pin() {
        grounds.all().forEach(ground -> {
            CfnAutoScalingGroup group = (CfnAutoScalingGroup) child(ground.group());
            String path = group.getMixedInstancesPolicy() == null
                    ? "LaunchTemplate.Version"
                    : "MixedInstancesPolicy.LaunchTemplate.LaunchTemplateSpecification.Version";
            group.addPropertyOverride(path, preflight.getAtt(ColorNames.of(ground.pinnedBy()) + CutoverMap.PIN));
        });
    }

    /**
     * Between single resources: a dependency on a construct is one on everything in it, and closes circles. Preflight
     * waits for the launch templates by their newest versions, which it is told.
     */
    private void order() {
        machinery.parts().forEach(preflight::addResourceDependency);
        grounds.all().forEach(ground -> child(ground.group()).addResourceDependency(preflight));
        afterFleets().forEach(shift::addResourceDependency);
        grounds.installs().forEach((id, of) -> {
            CfnResource install = installs.get(id);
            install.addResourceDependency(preflight);
            install.addResourceDependency(child(of.group()));
            install.addResourceDependency(of.install().group());
            shift.addResourceDependency(install);
        });
        props.router().getProduction().addResourceDependency(shift);
    }

    private List<CfnResource> afterFleets() {
        List<CfnResource> earlier = new ArrayList<>(List.of(preflight));
        for (Color color : Color.values()) {
            earlier.add(props.router().getPreview(color));
            health.get(color).getAlarms().forEach(alarm -> earlier.add(child(alarm)));
        }
        resets.ifPresent(alarm -> earlier.add(child(alarm)));
        for (Grounds.Ground ground : grounds.all()) {
            earlier.add(child(ground.group()));
            earlier.addAll(ground.sizing());
        }
        return earlier;
    }

    private void weigh() {
        if (props.traffic().existingListener().isPresent()) {
            Tags.of(props.router().getProduction()).add(Contract.RULE_TAG, stateMachineName(this, props.serviceName()));
        }
        for (Color color : Color.values()) {
            props.router().writeWeight(color, shift.getAtt(ColorNames.of(color) + CutoverMap.WEIGHT));
        }
    }

    private static CfnResource child(Construct construct) {
        return (CfnResource) construct.getNode().getDefaultChild();
    }

    /** Builds a {@link Cutover}. */
    public static final class Builder extends CutoverSettings<Builder> {
        private final Construct scope;
        private final String id;

        private Builder(Construct scope, String id) {
            this.scope = scope;
            this.id = id;
        }

        /** A builder of the cutover that will be {@code id} in {@code scope}. */
        public static Builder create(Construct scope, String id) {
            return new Builder(scope, id);
        }

        /**
         * The cutover.
         *
         * @throws NullPointerException naming the value that is missing
         * @throws InvalidValueException as the constructor
         */
        public Cutover build() {
            return new Cutover(scope, id, props());
        }

        @Override
        Builder self() {
            return this;
        }
    }
}
