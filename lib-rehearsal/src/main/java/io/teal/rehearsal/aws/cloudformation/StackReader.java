package io.teal.rehearsal.aws.cloudformation;

import io.teal.rehearsal.aws.autoscaling.FleetModel;
import io.teal.rehearsal.aws.autoscaling.FleetReader;
import io.teal.rehearsal.aws.autoscaling.GroupDescription;
import io.teal.rehearsal.aws.autoscaling.TrackingReader;
import io.teal.rehearsal.aws.cloudwatch.AlarmReader;
import io.teal.rehearsal.aws.cloudwatch.OtherAlarmModel;
import io.teal.rehearsal.aws.codedeploy.DeploymentGroupReader;
import io.teal.rehearsal.aws.codedeploy.SharedDeploymentGroupReader;
import io.teal.rehearsal.aws.elb.ListenerModel;
import io.teal.rehearsal.aws.elb.ListenerReader;
import io.teal.rehearsal.aws.elb.LoadBalancerReader;
import io.teal.rehearsal.aws.elb.RuleModel;
import io.teal.rehearsal.aws.elb.RuleReader;
import io.teal.rehearsal.aws.elb.StickinessRules;
import io.teal.rehearsal.aws.elb.TargetGroupModel;
import io.teal.rehearsal.aws.elb.TargetGroupReader;
import io.teal.rehearsal.template.Fields;
import io.teal.rehearsal.template.KnownValues;
import io.teal.rehearsal.template.Resource;
import io.teal.rehearsal.template.Template;
import io.teal.release.Contract;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads what is modelled of a template, refuses what cannot be rehearsed, and counts the rest. */
public final class StackReader {
    private static final String LAUNCH_TEMPLATE = FleetReader.LAUNCH_TEMPLATE;
    private static final String BALANCING = "AWS::ElasticLoadBalancingV2::";
    private static final String LISTENER = BALANCING + "Listener";
    private static final String RULE = BALANCING + "ListenerRule";
    private static final String GROUP = BALANCING + "TargetGroup";
    private static final String BALANCER = BALANCING + "LoadBalancer";
    private static final String FLEET = "AWS::AutoScaling::AutoScalingGroup";
    private static final Set<String> CUSTOM = Set.of(Contract.PREFLIGHT, Contract.SHIFT, Contract.INSTALL);
    private static final String ALARM = "AWS::CloudWatch::Alarm";
    private static final String COMPOSITE = "AWS::CloudWatch::CompositeAlarm";
    private static final String DEPLOYMENT_GROUP = "AWS::CodeDeploy::DeploymentGroup";
    private static final String TRACKING = "AWS::AutoScaling::ScalingPolicy";
    private static final Set<String> MODELLED = Set.of(
            LISTENER,
            RULE,
            GROUP,
            BALANCER,
            FLEET,
            LAUNCH_TEMPLATE,
            Contract.PREFLIGHT,
            Contract.SHIFT,
            Contract.INSTALL);
    /** Custom resources of the CDK that touch neither traffic nor fleets. */
    private static final Set<String> IGNORED_CUSTOM =
            Set.of("Custom::VpcRestrictDefaultSG", "Custom::S3AutoDeleteObjects", "Custom::LogRetention");

    private final Template template;

    private StackReader(Template template) {
        this.template = template;
    }

    /** Reads {@code template}, with the weights after its release. */
    public static StackModel read(Template template) {
        KnownValues settled = new KnownValues(new CustomResourceReader(template).settledWeights(), Map.of());
        return new StackReader(template.knowing(settled)).model();
    }

    /** Reads one resource with {@code template}'s known values; empty if it is not modelled. */
    public static Optional<Object> resource(Template template, String id) {
        Resource resource = template.resources().get(id);
        return resource == null ? Optional.empty() : new StackReader(template).resource(resource);
    }

    /** The name and launch template version of Auto Scaling group {@code id}. */
    public static GroupDescription group(Template template, String id) {
        Fields fields = new Fields(template, template.resources().get(id));
        return new GroupDescription(fields.text("AutoScalingGroupName", id), FleetReader.launchTemplateVersion(fields));
    }

    private Optional<Object> resource(Resource resource) {
        return switch (resource.type()) {
            case BALANCER -> Optional.of(LoadBalancerReader.read(resource.id(), fields(resource)));
            case GROUP -> Optional.of(TargetGroupReader.read(resource.id(), fields(resource)));
            case LISTENER -> Optional.of(ListenerReader.read(resource.id(), fields(resource), ids(GROUP)));
            case RULE -> Optional.of(rule(resource));
            case FLEET -> Optional.of(FleetReader.read(resource.id(), fields(resource), template));
            case Contract.PREFLIGHT, Contract.SHIFT, Contract.INSTALL ->
                Optional.of(new CustomResourceReader(template).read(resource));
            case LAUNCH_TEMPLATE -> Optional.of(template.resolved(resource, "Properties"));
            case ALARM -> Optional.of(alarm(resource));
            case COMPOSITE -> Optional.of(other(resource));
            case TRACKING ->
                TrackingReader.read(resource.id(), fields(resource)).map(Object.class::cast);
            case DEPLOYMENT_GROUP -> installs() ? Optional.of(deploymentGroup(resource)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Object alarm(Resource resource) {
        return AlarmReader.read(resource.id(), fields(resource), ids(GROUP), ids(BALANCER))
                .map(Object.class::cast)
                .orElseGet(() -> other(resource));
    }

    private OtherAlarmModel other(Resource resource) {
        return new OtherAlarmModel(resource.id(), fields(resource).text("AlarmName", ""));
    }

    private Object deploymentGroup(Resource resource) {
        return new SharedDeploymentGroupReader(template)
                .group(resource)
                .map(Object.class::cast)
                .orElseGet(() -> DeploymentGroupReader.read(resource.id(), fields(resource)));
    }

    /** Without an Install nothing deploys to a deployment group: it is not modelled. */
    private boolean installs() {
        return !template.ofType(Contract.INSTALL).isEmpty();
    }

    private RuleModel rule(Resource resource) {
        return RuleReader.read(resource.id(), fields(resource), ids(LISTENER), ids(GROUP));
    }

    private Set<String> ids(String type) {
        return template.ofType(type).stream().map(Resource::id).collect(Collectors.toSet());
    }

    private StackModel model() {
        template.resources().values().forEach(this::refuseUnmodelled);
        SortedMap<String, TargetGroupModel> groups = each(GROUP, r -> TargetGroupReader.read(r.id(), fields(r)));
        SortedMap<String, ListenerModel> listeners =
                each(LISTENER, r -> ListenerReader.read(r.id(), fields(r), groups.keySet()));
        SortedMap<String, RuleModel> rules = each(RULE, this::rule);
        StickinessRules sticky = new StickinessRules(groups);
        listeners.forEach((id, listener) -> sticky.check(listener.action(), fields(id)));
        rules.forEach((id, rule) -> sticky.check(rule.action(), fields(id)));
        SortedMap<String, FleetModel> fleets = each(FLEET, r -> FleetReader.read(r.id(), fields(r), template));
        return new StackModel(template, listeners, rules, groups, fleets, noPart());
    }

    private void refuseUnmodelled(Resource resource) {
        String type = resource.type();
        boolean custom = type.startsWith("Custom::") || type.equals("AWS::CloudFormation::CustomResource");
        if (custom && !IGNORED_CUSTOM.contains(type) && !CUSTOM.contains(type)) {
            throw fields(resource).refused("a custom resource is not modelled", "rehearse the template without it");
        }
        if (type.equals(BALANCER)) {
            LoadBalancerReader.read(resource.id(), fields(resource));
        }
        if (type.equals("AWS::CloudFormation::Stack")) {
            throw fields(resource).refused("nested stacks are not modelled", "rehearse the nested template itself");
        }
    }

    private SortedMap<String, Integer> noPart() {
        return template.resources().values().stream()
                .flatMap(resource -> unmodelled(resource).stream())
                .collect(Collectors.toMap(Function.identity(), what -> 1, Integer::sum, TreeMap::new));
    }

    /** The type to report for a resource that is not modelled; empty if it is. */
    private Optional<String> unmodelled(Resource resource) {
        String type = resource.type();
        return switch (type) {
            case TRACKING ->
                TrackingReader.read(resource.id(), fields(resource)).isPresent() ? Optional.empty() : Optional.of(type);
            case ALARM ->
                AlarmReader.foreign(fields(resource), ids(GROUP), ids(BALANCER)).map(metric -> type + " on " + metric);
            case DEPLOYMENT_GROUP -> installs() ? Optional.empty() : Optional.of(type);
            default -> MODELLED.contains(type) ? Optional.empty() : Optional.of(type);
        };
    }

    private <T> SortedMap<String, T> each(String type, Function<Resource, T> read) {
        return template.ofType(type).stream()
                .collect(Collectors.toMap(Resource::id, read, StackReader::impossible, TreeMap::new));
    }

    private Fields fields(String id) {
        return fields(template.resources().get(id));
    }

    private Fields fields(Resource resource) {
        return new Fields(template, resource);
    }

    private static <T> T impossible(T one, T other) {
        throw new IllegalStateException("two resources with one logical id");
    }
}
