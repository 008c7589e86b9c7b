package io.teal.rehearsal.aws.cloudformation;

import io.teal.rehearsal.BadInputException;
import io.teal.rehearsal.Remark;
import io.teal.rehearsal.aws.autoscaling.FleetModel;
import io.teal.rehearsal.aws.autoscaling.FleetReader;
import io.teal.rehearsal.aws.autoscaling.GroupDescription;
import io.teal.rehearsal.aws.autoscaling.ScheduleReader;
import io.teal.rehearsal.aws.autoscaling.ScheduledSize;
import io.teal.rehearsal.aws.autoscaling.TrackingModel;
import io.teal.rehearsal.aws.autoscaling.TrackingReader;
import io.teal.rehearsal.aws.cloudwatch.AlarmModel;
import io.teal.rehearsal.aws.codedeploy.DeploymentGroupReader;
import io.teal.rehearsal.aws.ec2.Firewall;
import io.teal.rehearsal.aws.ec2.SecurityGroupReader;
import io.teal.rehearsal.aws.elb.Balancer;
import io.teal.rehearsal.aws.elb.ListenerModel;
import io.teal.rehearsal.aws.elb.ListenerReader;
import io.teal.rehearsal.aws.elb.LoadBalancerReader;
import io.teal.rehearsal.aws.elb.RuleModel;
import io.teal.rehearsal.aws.elb.RuleReader;
import io.teal.rehearsal.aws.elb.TargetGroupModel;
import io.teal.rehearsal.aws.elb.TargetGroupReader;
import io.teal.rehearsal.template.Fields;
import io.teal.rehearsal.template.Resource;
import io.teal.rehearsal.template.Template;
import io.teal.release.Contract;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The types of resources that are modelled: how each is read, put into a stack and removed. */
final class ResourceReader {
    private static final String BALANCING = "AWS::ElasticLoadBalancingV2::";
    static final String LISTENER = BALANCING + "Listener";
    static final String RULE = BALANCING + "ListenerRule";
    static final String GROUP = TargetGroupReader.TARGET_GROUP;
    static final String BALANCER = LoadBalancerReader.LOAD_BALANCER;
    static final String FLEET = FleetReader.FLEET;
    private static final String TRACKING = "AWS::AutoScaling::ScalingPolicy";
    static final String ALARM = "AWS::CloudWatch::Alarm";
    static final String COMPOSITE = "AWS::CloudWatch::CompositeAlarm";
    static final String FUNCTION = "AWS::Lambda::Function";
    static final String EVENT_RULE = "AWS::Events::Rule";
    private static final String SECURITY_GROUP = "AWS::EC2::SecurityGroup";
    private static final String INGRESS = "AWS::EC2::SecurityGroupIngress";
    private static final String EGRESS = "AWS::EC2::SecurityGroupEgress";

    private final Template template;
    private final Resource resource;
    private final String id;
    private Optional<Fields> read = Optional.empty();

    ResourceReader(Template template, Resource resource) {
        this.template = template;
        this.resource = resource;
        this.id = resource.id();
    }

    /** The resource; empty if it is not modelled. */
    Optional<StackResource> read() {
        return Fields.reading(template, resource, this::modelled);
    }

    private Optional<StackResource> modelled() {
        return switch (resource.type()) {
            case BALANCER ->
                balancer(LoadBalancerReader.read(id, fields()), Balancer::putLoadBalancer, (balancer, it) -> {});
            case GROUP -> balancer(group(), Balancer::putGroup, Balancer::removeGroup);
            case LISTENER -> whole(balancer(listener(), Balancer::putListener, Balancer::removeListener));
            case RULE -> whole(balancer(rule(), Balancer::putRule, Balancer::removeRule));
            case SECURITY_GROUP -> security(SecurityGroupReader.read(id, fields()), Firewall::put);
            case INGRESS -> security(SecurityGroupReader.rule(id, fields(), true), Firewall::put);
            case EGRESS -> security(SecurityGroupReader.rule(id, fields(), false), Firewall::put);
            case FLEET -> Optional.of(fleet());
            case FleetReader.LAUNCH_TEMPLATE -> Optional.of(launchTemplate());
            case TRACKING -> TrackingReader.read(id, fields()).map(this::tracking);
            case ScheduleReader.SCHEDULE -> ScheduleReader.read(id, fields()).map(this::schedule);
            case FleetReader.LAUNCH_CONFIGURATION, FleetReader.LIFECYCLE_HOOK -> Optional.of(partOfGroup());
            case ALARM -> Optional.of(alarm(alarms().read()));
            case COMPOSITE -> Optional.of(alarm(AlarmModel.alwaysOk(id, fields().name("AlarmName", ""))));
            case EVENT_RULE -> EventRuleReader.read(id, fields(), template);
            case Contract.PREFLIGHT, Contract.SHIFT, Contract.INSTALL, Contract.FAREWELL -> Optional.of(custom());
            case FUNCTION -> Optional.of(function());
            case DeploymentGroupReader.DEPLOYMENT_GROUP ->
                installs() ? Optional.of(deploymentGroup()) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** What to report of a resource that is read and plays no part; empty if it plays one. */
    Optional<String> foreign() {
        return Fields.reading(template, resource, this::withoutPart);
    }

    private Optional<String> withoutPart() {
        String type = resource.type();
        return switch (type) {
            case ALARM -> alarms().foreign();
            case COMPOSITE, FUNCTION -> Optional.of(type);
            default -> Optional.empty();
        };
    }

    /** What reading it has shown beside its model. */
    List<Remark> remarks() {
        return read.map(Fields::remarks).orElse(List.of());
    }

    /** Resolves the properties, in which a resource that is not modelled may have what the rehearsal cannot read. */
    private Fields fields() {
        if (read.isEmpty()) {
            read = Optional.of(new Fields(template, resource));
        }
        return read.get();
    }

    private <M> Optional<StackResource> balancer(
            M model, BiConsumer<Balancer, M> put, BiConsumer<Balancer, String> remove) {
        return Optional.of(StackResource.of(
                model, (stack, it) -> put.accept(stack.balancer(), it), stack -> remove.accept(stack.balancer(), id)));
    }

    /** Whatever changes of it, its weights are written, too: over those that a run or a hand has written. */
    private Optional<StackResource> whole(Optional<StackResource> action) {
        return action.map(it -> it.saying(template.resolved(resource, "Properties")));
    }

    private <M> Optional<StackResource> security(M model, BiConsumer<Firewall, M> put) {
        return Optional.of(StackResource.of(
                model,
                (stack, it) -> put.accept(stack.firewall(), it),
                stack -> stack.firewall().remove(id)));
    }

    /** One that cannot be played is played without targets if no Auto Scaling group registers in it. */
    private TargetGroupModel group() {
        try {
            return TargetGroupReader.read(id, fields());
        } catch (BadInputException unplayed) {
            if (template.ofType(FLEET).stream()
                    .anyMatch(fleet -> fleet.dependsOn().contains(id))) {
                throw unplayed;
            }
            String why = unplayed.getMessage().replaceFirst(".*: ", "");
            fields().simpler("the group (" + why + ")", "one without targets: requests to it are answered 503");
            return TargetGroupReader.withoutTargets(id, fields());
        }
    }

    private ListenerModel listener() {
        return ListenerReader.read(id, fields(), template.ids(GROUP));
    }

    private RuleModel rule() {
        return RuleReader.read(id, fields(), template.ids(LISTENER), template.ids(GROUP));
    }

    private StackResource fleet() {
        FleetModel model = FleetReader.read(id, fields(), template);
        GroupDescription group = new GroupDescription(
                fields().name("AutoScalingGroupName", id), FleetReader.launchTemplateVersion(fields()));
        return new StackResource(
                model,
                (stack, before, cancelled) -> stack.putFleet(model, group, before.isPresent(), cancelled),
                stack -> stack.removeFleet(id));
    }

    private StackResource launchTemplate() {
        return StackResource.of(
                template.resolved(resource, "Properties"),
                (stack, data) -> stack.addVersion(id, data),
                stack -> stack.removeVersions(id));
    }

    /** The group has what is in it: another is a change of the group. */
    private StackResource partOfGroup() {
        return StackResource.of(template.resolved(resource, "Properties"), (stack, it) -> {}, stack -> {});
    }

    private AlarmUse alarms() {
        return new AlarmUse(template, id, fields(), template.ids(GROUP), template.ids(BALANCER));
    }

    private StackResource tracking(TrackingModel policy) {
        return StackResource.of(
                policy,
                (stack, it) -> stack.fleets().track(it),
                stack -> stack.fleets().untrack(id));
    }

    private StackResource schedule(ScheduledSize action) {
        return StackResource.of(
                action,
                (stack, it) -> stack.aws().schedules().put(it),
                stack -> stack.aws().schedules().forget(id));
    }

    private StackResource alarm(AlarmModel model) {
        return StackResource.of(
                model,
                (stack, it) -> stack.aws().alarms().put(it),
                stack -> stack.aws().alarms().forget(id));
    }

    private StackResource custom() {
        CustomResourceModel model = new CustomResourceReader(template).read(resource);
        CustomResourceBacking backing = CustomResourceBacking.of(template, resource);
        return new StackResource(
                model,
                (stack, before, cancelled) -> stack.ask(model, backing, before, cancelled),
                stack -> stack.askToDelete(model, backing));
    }

    /** Only that its code changes is played: runs that go on have the new code from then on. */
    private StackResource function() {
        return StackResource.of(
                resource.body().path("Properties").path("Code"), (stack, code) -> stack.codeIs(id, code), stack -> {});
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
}
