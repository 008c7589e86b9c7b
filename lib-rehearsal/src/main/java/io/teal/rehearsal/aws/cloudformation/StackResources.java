package io.teal.rehearsal.aws.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import io.teal.rehearsal.aws.LocalAws;
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
 * The current resources of a stack and their attributes. Each is compared with its template when its turn comes, with
 * the attributes known by then: a changed attribute updates the resources that refer to it.
 */
final class StackResources {
    private final Balancer balancer;
    private final LocalAutoScaling fleets;
    private final CustomResources customResources;
    private final LocalAws aws;
    private final Consumer<String> log;
    private final Map<String, Object> existing = new ConcurrentHashMap<>();
    private final Map<String, String> attributes = new ConcurrentHashMap<>();
    private final Map<String, List<JsonNode>> launchTemplates = new ConcurrentHashMap<>();

    StackResources(Balancer balancer, LocalAutoScaling fleets, CustomResources customResources, Consumer<String> log) {
        this.balancer = balancer;
        this.fleets = fleets;
        this.customResources = customResources;
        this.aws = customResources.aws();
        this.log = log;
    }

    /** Logical ids of the resources that exist. */
    Set<String> ids() {
        return new TreeSet<>(existing.keySet());
    }

    /** Whether {@code id} is a listener or a rule. */
    boolean isListener(String id) {
        return existing.get(id) instanceof ListenerModel || existing.get(id) instanceof RuleModel;
    }

    /** What {@code template} changes in resource {@code id}; empty if nothing, or if it is not modelled. */
    Optional<Change> change(Template template, String id) {
        Optional<Object> wanted = wanted(template, id);
        if (wanted.isEmpty() || wanted.get().equals(existing.get(id))) {
            return Optional.empty();
        }
        return Optional.of(existing.containsKey(id) ? Change.UPDATE : Change.CREATE);
    }

    private Optional<Object> wanted(Template template, String id) {
        return StackReader.resource(template.knowing(known()), id);
    }

    private KnownValues known() {
        return new KnownValues(attributes, launchTemplates);
    }

    /**
     * Creates or updates resource {@code id} from {@code template}.
     *
     * @param cancelled completed when another resource has failed: a custom resource's response is not awaited
     * @throws StackFailure if the resource fails
     */
    void put(Template template, String id, CompletableFuture<String> cancelled) throws InterruptedException {
        Object wanted = wanted(template, id).orElseThrow();
        Object before = existing.put(id, wanted);
        if (wanted instanceof LoadBalancerModel settings) {
            balancer.putLoadBalancer(settings);
        } else if (wanted instanceof TargetGroupModel group) {
            balancer.putGroup(group);
        } else if (wanted instanceof ListenerModel listener) {
            balancer.putListener(listener);
        } else if (wanted instanceof RuleModel rule) {
            balancer.putRule(rule);
        } else if (wanted instanceof FleetModel fleet) {
            put(template, fleet, before, cancelled);
        } else if (wanted instanceof CustomResourceModel custom) {
            ask(custom, Optional.ofNullable((CustomResourceModel) before), cancelled);
        } else if (wanted instanceof TrackingModel tracking) {
            fleets.track(tracking);
        } else if (wanted instanceof JsonNode launched) {
            launchTemplate(id, launched);
        } else {
            putOther(wanted);
        }
    }

    private void putOther(Object wanted) {
        if (wanted instanceof AlarmModel alarm) {
            aws.alarms().put(alarm);
        } else if (wanted instanceof OtherAlarmModel alarm) {
            aws.alarms().put(alarm);
        } else if (wanted instanceof SharedDeploymentGroupModel group) {
            aws.deployments().know(group);
        } else {
            aws.installer().put((DeploymentGroupModel) wanted);
        }
    }

    private void put(Template template, FleetModel fleet, Object before, CompletableFuture<String> cancelled)
            throws InterruptedException {
        aws.groups().know(fleet.id(), StackReader.group(template.knowing(known()), fleet.id()));
        if (before == null) {
            fleets.create(fleet);
        } else {
            update(fleet, cancelled);
        }
    }

    private void update(FleetModel fleet, CompletableFuture<String> cancelled) throws InterruptedException {
        try {
            fleets.update(fleet, new RefreshWatch(aws.alarms()::states, cancelled::isDone, log));
        } catch (RefreshFailure failure) {
            throw new StackFailure(failure.getMessage());
        }
    }

    /** Each change of a launch template adds a version; versions are immutable. */
    private void launchTemplate(String id, JsonNode data) {
        launchTemplates.merge(id, List.of(data), (old, added) -> {
            List<JsonNode> all = new ArrayList<>(old);
            all.addAll(added);
            return all;
        });
        attributes.put(
                id + ".LatestVersionNumber",
                Integer.toString(launchTemplates.get(id).size()));
    }

    private void ask(
            CustomResourceModel custom, Optional<CustomResourceModel> before, CompletableFuture<String> cancelled) {
        CompletableFuture<Map<String, Object>> answer =
                customResources.ask(before.isPresent() ? "Update" : "Create", custom, before);
        CompletableFuture.anyOf(answer, cancelled).join();
        if (!answer.isDone()) {
            throw new StackFailure(custom.id() + " was abandoned");
        }
        Map<String, Object> response = answer.join();
        if (!response.get("Status").equals("SUCCESS")) {
            throw new StackFailure(response.get("Reason").toString());
        }
        ((Map<?, ?>) response.get("Data"))
                .forEach((name, value) -> attributes.put(custom.id() + "." + name, value.toString()));
    }

    /** Deletes resource {@code id}. */
    void delete(String id) throws InterruptedException {
        Object removed = existing.remove(id);
        if (removed instanceof TargetGroupModel) {
            balancer.removeGroup(id);
        } else if (removed instanceof ListenerModel) {
            balancer.removeListener(id);
        } else if (removed instanceof RuleModel) {
            balancer.removeRule(id);
        } else if (removed instanceof FleetModel) {
            fleets.delete(id);
            aws.groups().forget(id);
        } else if (removed instanceof AlarmModel || removed instanceof OtherAlarmModel) {
            aws.alarms().forget(id);
        } else if (removed instanceof DeploymentGroupModel) {
            aws.installer().forget(id);
        } else if (removed instanceof TrackingModel) {
            fleets.untrack(id);
        } else if (removed instanceof CustomResourceModel custom) {
            customResources.ask("Delete", custom, Optional.empty()).join();
        }
    }
}
