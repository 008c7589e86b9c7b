package io.teal.rehearsal.aws.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import io.teal.rehearsal.aws.autoscaling.FleetModel;
import io.teal.rehearsal.aws.autoscaling.LocalAutoScaling;
import io.teal.rehearsal.aws.autoscaling.RefreshFailure;
import io.teal.rehearsal.aws.autoscaling.RefreshWatch;
import io.teal.rehearsal.aws.autoscaling.TrackingModel;
import io.teal.rehearsal.aws.cloudwatch.AlarmModel;
import io.teal.rehearsal.aws.cloudwatch.OtherAlarmModel;
import io.teal.rehearsal.aws.codedeploy.DeploymentGroupModel;
import io.teal.rehearsal.aws.codedeploy.SharedDeploymentGroupModel;
import io.teal.rehearsal.aws.elb.Balancer;
import io.teal.rehearsal.aws.elb.ListenerModel;
import io.teal.rehearsal.aws.elb.LoadBalancerModel;
import io.teal.rehearsal.aws.elb.RuleModel;
import io.teal.rehearsal.aws.elb.TargetGroupModel;
import io.teal.rehearsal.template.KnownValues;
import io.teal.rehearsal.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The resources of a stack as they are, and what they answered. A resource is compared with its template when its turn
 * comes, with all that was answered by then: that is how one whose attribute changes wakes those that refer to it.
 */
final class StackResources {
    private final Balancer balancer;
    private final LocalAutoScaling fleets;
    private final CustomResources cloud;
    private final Consumer<String> log;
    private final Map<String, Object> made = new ConcurrentHashMap<>();
    private final Map<String, String> attributes = new ConcurrentHashMap<>();
    private final Map<String, List<JsonNode>> launchTemplates = new ConcurrentHashMap<>();

    StackResources(Balancer balancer, LocalAutoScaling fleets, CustomResources cloud, Consumer<String> log) {
        this.balancer = balancer;
        this.fleets = fleets;
        this.cloud = cloud;
        this.log = log;
    }

    /** Logical ids of what has been made. */
    Set<String> ids() {
        return new TreeSet<>(made.keySet());
    }

    /** Or a rule of one. */
    boolean isListener(String id) {
        return made.get(id) instanceof ListenerModel || made.get(id) instanceof RuleModel;
    }

    /** What {@code template} asks of resource {@code id}; empty if it is so already, or plays no part. */
    Optional<Change> asked(Template template, String id) {
        Optional<Object> wanted = wanted(template, id);
        if (wanted.isEmpty() || wanted.get().equals(made.get(id))) {
            return Optional.empty();
        }
        return Optional.of(made.containsKey(id) ? Change.UPDATE : Change.CREATE);
    }

    private Optional<Object> wanted(Template template, String id) {
        return StackReader.resource(template.knowing(known()), id);
    }

    private KnownValues known() {
        return new KnownValues(attributes, launchTemplates);
    }

    /**
     * Makes resource {@code id} what {@code template} says.
     *
     * @param given completed when the operation has failed elsewhere: a custom resource's answer is not waited for
     * @throws StackFailure if the resource answers that it failed
     */
    void put(Template template, String id, CompletableFuture<String> given) throws InterruptedException {
        Object wanted = wanted(template, id).orElseThrow();
        Object before = made.put(id, wanted);
        if (wanted instanceof LoadBalancerModel settings) {
            balancer.putLoadBalancer(settings);
        } else if (wanted instanceof TargetGroupModel group) {
            balancer.putGroup(group);
        } else if (wanted instanceof ListenerModel listener) {
            balancer.putListener(listener);
        } else if (wanted instanceof RuleModel rule) {
            balancer.putRule(rule);
        } else if (wanted instanceof FleetModel fleet) {
            put(template, fleet, before, given);
        } else if (wanted instanceof CustomResourceModel custom) {
            ask(custom, Optional.ofNullable((CustomResourceModel) before), given);
        } else if (wanted instanceof TrackingModel tracking) {
            fleets.track(tracking);
        } else if (wanted instanceof JsonNode launched) {
            launchTemplate(id, launched);
        } else {
            tell(wanted);
        }
    }

    private void tell(Object wanted) {
        if (wanted instanceof AlarmModel alarm) {
            cloud.put(alarm);
        } else if (wanted instanceof OtherAlarmModel alarm) {
            cloud.put(alarm);
        } else if (wanted instanceof SharedDeploymentGroupModel group) {
            cloud.know(group);
        } else {
            cloud.put((DeploymentGroupModel) wanted);
        }
    }

    private void put(Template template, FleetModel fleet, Object before, CompletableFuture<String> given)
            throws InterruptedException {
        cloud.know(fleet.id(), StackReader.group(template.knowing(known()), fleet.id()));
        if (before == null) {
            fleets.create(fleet);
        } else {
            update(fleet, given);
        }
    }

    private void update(FleetModel fleet, CompletableFuture<String> given) throws InterruptedException {
        try {
            fleets.update(fleet, new RefreshWatch(cloud::alarms, given::isDone, log));
        } catch (RefreshFailure failure) {
            throw new StackFailure(failure.getMessage());
        }
    }

    /** Each change of a launch template is a version more; none is ever changed. */
    private void launchTemplate(String id, JsonNode data) {
        launchTemplates.merge(id, List.of(data), (old, more) -> {
            List<JsonNode> all = new ArrayList<>(old);
            all.addAll(more);
            return all;
        });
        attributes.put(
                id + ".LatestVersionNumber",
                Integer.toString(launchTemplates.get(id).size()));
    }

    private void ask(
            CustomResourceModel custom, Optional<CustomResourceModel> before, CompletableFuture<String> given) {
        CompletableFuture<Map<String, Object>> answer =
                cloud.ask(before.isPresent() ? "Update" : "Create", custom, before);
        CompletableFuture.anyOf(answer, given).join();
        if (!answer.isDone()) {
            throw new StackFailure(custom.id() + " was abandoned");
        }
        Map<String, Object> said = answer.join();
        if (!said.get("Status").equals("SUCCESS")) {
            throw new StackFailure(said.get("Reason").toString());
        }
        ((Map<?, ?>) said.get("Data"))
                .forEach((name, value) -> attributes.put(custom.id() + "." + name, value.toString()));
    }

    /** Removes resource {@code id}. */
    void delete(String id) throws InterruptedException {
        Object gone = made.remove(id);
        if (gone instanceof TargetGroupModel) {
            balancer.removeGroup(id);
        } else if (gone instanceof ListenerModel) {
            balancer.removeListener(id);
        } else if (gone instanceof RuleModel) {
            balancer.removeRule(id);
        } else if (gone instanceof FleetModel) {
            fleets.delete(id);
            cloud.forget(id);
        } else if (gone instanceof AlarmModel || gone instanceof OtherAlarmModel) {
            cloud.forget(id);
        } else if (gone instanceof DeploymentGroupModel) {
            cloud.forgetGroup(id);
        } else if (gone instanceof TrackingModel) {
            fleets.untrack(id);
        } else if (gone instanceof CustomResourceModel custom) {
            cloud.ask("Delete", custom, Optional.empty()).join();
        }
    }
}
