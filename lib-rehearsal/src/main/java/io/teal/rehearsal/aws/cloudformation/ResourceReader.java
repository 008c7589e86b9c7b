package io.teal.rehearsal.aws.cloudformation;

import io.teal.rehearsal.aws.autoscaling.FleetModel;
import io.teal.rehearsal.aws.autoscaling.FleetReader;
import io.teal.rehearsal.aws.autoscaling.GroupDescription;
import io.teal.rehearsal.aws.autoscaling.TrackingModel;
import io.teal.rehearsal.aws.autoscaling.TrackingReader;
import io.teal.rehearsal.aws.cloudwatch.AlarmModel;
import io.teal.rehearsal.aws.cloudwatch.AlarmReader;
import io.teal.rehearsal.aws.codedeploy.DeploymentGroupReader;
import io.teal.rehearsal.aws.elb.Balancer;
import io.teal.rehearsal.aws.elb.ListenerModel;
import io.teal.rehearsal.aws.elb.ListenerReader;
import io.teal.rehearsal.aws.elb.LoadBalancerReader;
import io.teal.rehearsal.aws.elb.RuleModel;
import io.teal.rehearsal.aws.elb.RuleReader;
import io.teal.rehearsal.aws.elb.TargetGroupReader;
import io.teal.rehearsal.template.Fields;
import io.teal.rehearsal.template.Resource;
import io.teal.rehearsal.template.Template;
import io.teal.release.Contract;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** The types of resources that are modelled: how each is read, put into a stack and removed. */
final class ResourceReader {
    private static final String BALANCING = "AWS::ElasticLoadBalancingV2::";
    static final String LISTENER = BALANCING + "Listener";
    static final String RULE = BALANCING + "ListenerRule";
    static final String GROUP = BALANCING + "TargetGroup";
    static final String BALANCER = BALANCING + "LoadBalancer";
    static final String FLEET = "AWS::AutoScaling::AutoScalingGroup";
    private static final String TRACKING = "AWS::AutoScaling::ScalingPolicy";
    private static final String ALARM = "AWS::CloudWatch::Alarm";
    private static final String COMPOSITE = "AWS::CloudWatch::CompositeAlarm";
    private static final String DEPLOYMENT_GROUP = "AWS::CodeDeploy::DeploymentGroup";

    private final Template template;
    private final Resource resource;
    private final String id;

    ResourceReader(Template template, Resource resource) {
        this.template = template;
        this.resource = resource;
        this.id = resource.id();
    }

    /** The resource; empty if it is not modelled. */
    Optional<StackResource> read() {
        return switch (resource.type()) {
            case BALANCER ->
                balancer(LoadBalancerReader.read(id, fields()), Balancer::putLoadBalancer, (balancer, it) -> {});
            case GROUP -> balancer(TargetGroupReader.read(id, fields()), Balancer::putGroup, Balancer::removeGroup);
            case LISTENER -> balancer(listener(), Balancer::putListener, Balancer::removeListener);
            case RULE -> balancer(rule(), Balancer::putRule, Balancer::removeRule);
            case FLEET -> Optional.of(fleet());
            case FleetReader.LAUNCH_TEMPLATE -> Optional.of(launchTemplate());
            case TRACKING -> TrackingReader.read(id, fields()).map(this::tracking);
            case ALARM -> Optional.of(alarm(AlarmReader.read(id, fields(), ids(GROUP), ids(BALANCER))));
            case COMPOSITE -> Optional.of(alarm(AlarmModel.alwaysOk(id, fields().text("AlarmName", ""))));
            case Contract.PREFLIGHT, Contract.SHIFT, Contract.INSTALL -> Optional.of(custom());
            case DEPLOYMENT_GROUP -> installs() ? Optional.of(deploymentGroup()) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** What to report of a resource that is read and plays no part; empty if it plays one. */
    Optional<String> foreign() {
        String type = resource.type();
        return switch (type) {
            case ALARM ->
                AlarmReader.foreign(fields(), ids(GROUP), ids(BALANCER)).map(metric -> type + " on " + metric);
            case COMPOSITE -> Optional.of(type);
            default -> Optional.empty();
        };
    }

    /** Resolves the properties, in which a resource that is not modelled may have what the rehearsal cannot read. */
    private Fields fields() {
        return new Fields(template, resource);
    }

    private <M> Optional<StackResource> balancer(
            M model, BiConsumer<Balancer, M> put, BiConsumer<Balancer, String> remove) {
        return Optional.of(StackResource.of(
                model, (stack, it) -> put.accept(stack.balancer(), it), stack -> remove.accept(stack.balancer(), id)));
    }

    private ListenerModel listener() {
        return ListenerReader.read(id, fields(), ids(GROUP));
    }

    private RuleModel rule() {
        return RuleReader.read(id, fields(), ids(LISTENER), ids(GROUP));
    }

    private StackResource fleet() {
        FleetModel model = FleetReader.read(id, fields(), template);
        GroupDescription group = new GroupDescription(
                fields().text("AutoScalingGroupName", id), FleetReader.launchTemplateVersion(fields()));
        return new StackResource(
                model,
                (stack, before, cancelled) -> stack.putFleet(model, group, before.isPresent(), cancelled),
                stack -> stack.removeFleet(id));
    }

    private StackResource launchTemplate() {
        return StackResource.of(
                template.resolved(resource, "Properties"), (stack, data) -> stack.addVersion(id, data), stack -> {});
    }

    private StackResource tracking(TrackingModel policy) {
        return StackResource.of(
                policy,
                (stack, it) -> stack.fleets().track(it),
                stack -> stack.fleets().untrack(id));
    }

    private StackResource alarm(AlarmModel model) {
        return StackResource.of(
                model,
                (stack, it) -> stack.aws().alarms().put(it),
                stack -> stack.aws().alarms().forget(id));
    }

    private StackResource custom() {
        CustomResourceModel model = new CustomResourceReader(template).read(resource);
        return new StackResource(
                model,
                (stack, before, cancelled) -> stack.ask(model, before, cancelled),
                stack -> stack.askToDelete(model));
    }

    /** Without an Install nothing deploys to a deployment group: it is not modelled. */
    private boolean installs() {
        return !template.ofType(Contract.INSTALL).isEmpty();
    }

    private StackResource deploymentGroup() {
        return StackResource.of(
                DeploymentGroupReader.read(id, fields(), template),
                (stack, it) -> stack.aws().codeDeploy().put(it),
                stack -> stack.aws().codeDeploy().forget(id));
    }

    private Set<String> ids(String type) {
        return template.ofType(type).stream().map(Resource::id).collect(Collectors.toSet());
    }
}
