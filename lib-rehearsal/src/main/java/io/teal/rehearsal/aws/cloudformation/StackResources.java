package io.teal.rehearsal.aws.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import io.teal.rehearsal.aws.LocalAws;
import io.teal.rehearsal.aws.autoscaling.FleetModel;
import io.teal.rehearsal.aws.autoscaling.GroupDescription;
import io.teal.rehearsal.aws.autoscaling.LocalAutoScaling;
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
     * @throws StackFailure if the resource fails
     */
    void put(Template template, String id, CompletableFuture<String> cancelled) throws InterruptedException {
        StackResource wanted = wanted(template, id).orElseThrow();
        Optional<Object> before = Optional.ofNullable(existing.put(id, wanted)).map(StackResource::model);
        wanted.put().in(this, before, cancelled);
    }

    /** Deletes resource {@code id}. */
    void delete(String id) throws InterruptedException {
        existing.remove(id).remove().from(this);
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

    void putFleet(FleetModel fleet, GroupDescription group, boolean exists, CompletableFuture<String> cancelled)
            throws InterruptedException {
        aws().groups().know(fleet.id(), group);
        if (exists) {
            fleets.update(fleet, new RefreshWatch(aws().alarms()::states, cancelled::isDone, log));
        } else {
            fleets.create(fleet);
        }
    }

    void removeFleet(String id) throws InterruptedException {
        fleets.delete(id);
        aws().groups().forget(id);
    }

    /** Each change of a launch template adds a version; versions are immutable. */
    void addVersion(String id, JsonNode data) {
        List<JsonNode> versions = new ArrayList<>(launchTemplates.getOrDefault(id, List.of()));
        versions.add(data);
        launchTemplates.put(id, versions);
        attributes.put(id + ".LatestVersionNumber", Integer.toString(versions.size()));
    }

    void ask(CustomResourceModel custom, Optional<Object> before, CompletableFuture<String> cancelled) {
        CompletableFuture<Map<String, Object>> answer = customResources.ask(
                before.isPresent() ? "Update" : "Create", custom, before.map(CustomResourceModel.class::cast));
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

    void askToDelete(CustomResourceModel custom) {
        customResources.ask("Delete", custom, Optional.empty()).join();
    }
}
