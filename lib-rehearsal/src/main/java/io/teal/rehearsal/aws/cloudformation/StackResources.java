package io.teal.rehearsal.aws.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import io.teal.rehearsal.Timers;
import io.teal.rehearsal.aws.LocalAws;
import io.teal.rehearsal.aws.autoscaling.FleetModel;
import io.teal.rehearsal.aws.autoscaling.GroupDescription;
import io.teal.rehearsal.aws.autoscaling.LocalAutoScaling;
import io.teal.rehearsal.aws.autoscaling.RefreshFailure;
import io.teal.rehearsal.aws.autoscaling.RefreshWatch;
import io.teal.rehearsal.aws.elb.Balancer;
import io.teal.rehearsal.aws.elb.ListenerModel;
import io.teal.rehearsal.aws.elb.RuleModel;
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
    private final Consumer<String> log;
    private final Map<String, StackResource> existing = new ConcurrentHashMap<>();
    private final Map<String, String> attributes = new ConcurrentHashMap<>();
    private final Map<String, List<JsonNode>> launchTemplates = new ConcurrentHashMap<>();

    StackResources(Balancer balancer, LocalAutoScaling fleets, CustomResources customResources, Consumer<String> log) {
        this.balancer = balancer;
        this.fleets = fleets;
        this.customResources = customResources;
        this.log = log;
    }

    /** Logical ids of the resources that exist. */
    Set<String> ids() {
        return new TreeSet<>(existing.keySet());
    }

    /** Whether {@code id} is a listener or a rule. */
    boolean isListener(String id) {
        return existing.containsKey(id)
                && (existing.get(id).model() instanceof ListenerModel
                        || existing.get(id).model() instanceof RuleModel);
    }

    /** What {@code template} changes in resource {@code id}; empty if nothing, or if it is not modelled. */
    Optional<Change> change(Template template, String id) {
        Optional<Object> before = Optional.ofNullable(existing.get(id)).map(StackResource::model);
        return wanted(template, id)
                .filter(wanted -> !before.equals(Optional.of(wanted.model())))
                .map(wanted -> before.isPresent() ? Change.UPDATE : Change.CREATE);
    }

    private Optional<StackResource> wanted(Template template, String id) {
        Template known = template.knowing(new KnownValues(attributes, launchTemplates));
        return Optional.ofNullable(known.resources().get(id))
                .flatMap(resource -> new ResourceReader(known, resource).read());
    }

    /**
     * Creates or updates resource {@code id} from {@code template}.
     *
     * @param cancelled completed when another resource has failed: a custom resource's response is not awaited
     * @return why it failed, or nothing
     */
    CompletableFuture<Optional<String>> startPut(Template template, String id, CompletableFuture<String> cancelled) {
        StackResource wanted = wanted(template, id).orElseThrow();
        Optional<Object> before = Optional.ofNullable(existing.put(id, wanted)).map(StackResource::model);
        return wanted.put().into(this, before, cancelled);
    }

    /** Deletes resource {@code id}. */
    CompletableFuture<Void> startDelete(String id) {
        return existing.remove(id).remove().apply(this);
    }

    Balancer balancer() {
        return balancer;
    }

    LocalAutoScaling fleets() {
        return fleets;
    }

    LocalAws aws() {
        return customResources.aws();
    }

    CompletableFuture<Optional<String>> putFleet(
            FleetModel fleet, GroupDescription group, boolean exists, CompletableFuture<String> cancelled) {
        aws().groups().know(fleet.id(), group);
        if (exists) {
            RefreshWatch watch = new RefreshWatch(aws().alarms()::states, cancelled::isDone, log);
            CompletableFuture<Void> update = fleets.startUpdate(fleet, watch);
            return update.handle((done, failed) -> failure(update));
        }
        fleets.create(fleet);
        return CompletableFuture.completedFuture(Optional.empty());
    }

    private static Optional<String> failure(CompletableFuture<Void> update) {
        try {
            Timers.value(update);
            return Optional.empty();
        } catch (RefreshFailure failed) {
            return Optional.of(failed.getMessage());
        }
    }

    CompletableFuture<Void> removeFleet(String id) {
        return fleets.startDelete(id).thenRun(() -> aws().groups().forget(id));
    }

    /** Each change of a launch template adds a version; versions are immutable. */
    void addVersion(String id, JsonNode data) {
        List<JsonNode> versions = new ArrayList<>(launchTemplates.getOrDefault(id, List.of()));
        versions.add(data);
        launchTemplates.put(id, versions);
        attributes.put(id + ".LatestVersionNumber", Integer.toString(versions.size()));
    }

    CompletableFuture<Optional<String>> ask(
            CustomResourceModel custom, Optional<Object> before, CompletableFuture<String> cancelled) {
        CompletableFuture<Map<String, Object>> answer = customResources.ask(
                before.isPresent() ? "Update" : "Create", custom, before.map(CustomResourceModel.class::cast));
        return CompletableFuture.anyOf(answer, cancelled)
                .thenApply(first ->
                        answer.isDone() ? failure(custom, answer.join()) : Optional.of(custom.id() + " was abandoned"));
    }

    private Optional<String> failure(CustomResourceModel custom, Map<String, Object> response) {
        if (!response.get("Status").equals("SUCCESS")) {
            return Optional.of(response.get("Reason").toString());
        }
        ((Map<?, ?>) response.get("Data"))
                .forEach((name, value) -> attributes.put(custom.id() + "." + name, value.toString()));
        return Optional.empty();
    }

    CompletableFuture<Void> askToDelete(CustomResourceModel custom) {
        return customResources.ask("Delete", custom, Optional.empty()).thenAccept(response -> {});
    }
}
