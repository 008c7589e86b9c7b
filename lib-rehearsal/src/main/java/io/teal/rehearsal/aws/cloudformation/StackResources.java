package io.teal.rehearsal.aws.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import io.teal.rehearsal.Timers;
import io.teal.rehearsal.aws.LocalAws;
import io.teal.rehearsal.aws.autoscaling.FleetModel;
import io.teal.rehearsal.aws.autoscaling.GroupDescription;
import io.teal.rehearsal.aws.autoscaling.LocalAutoScaling;
import io.teal.rehearsal.aws.autoscaling.LocalAutoScalingGroup;
import io.teal.rehearsal.aws.autoscaling.RefreshFailure;
import io.teal.rehearsal.aws.autoscaling.RefreshWatch;
import io.teal.rehearsal.aws.ec2.Firewall;
import io.teal.rehearsal.aws.elb.Balancer;
import io.teal.rehearsal.aws.elb.ListenerModel;
import io.teal.rehearsal.aws.elb.RuleModel;
import io.teal.rehearsal.aws.eventbridge.GuardEvents;
import io.teal.rehearsal.template.KnownValues;
import io.teal.rehearsal.template.Template;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The current resources of a stack and their attributes. One that is written otherwise, or refers to one that has
 * changed, is compared with its template when its turn comes, with the attributes known by then.
 */
final class StackResources {
    private final Balancer balancer;
    private final LocalAutoScaling fleets;
    private final CustomResources customResources;
    private final StackPlay play;
    private final Consumer<String> log;
    private final Firewall firewall = new Firewall();
    private final Map<String, StackResource> existing = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<Optional<String>>> deleting = new ConcurrentHashMap<>();
    private final Map<String, String> attributes = new ConcurrentHashMap<>();
    private final LaunchTemplateVersions launchTemplates = new LaunchTemplateVersions();

    StackResources(
            Balancer balancer,
            LocalAutoScaling fleets,
            CustomResources customResources,
            StackPlay play,
            Consumer<String> log) {
        this.play = play;
        this.balancer = balancer;
        this.fleets = fleets;
        this.customResources = customResources;
        this.log = log;
        balancer.reach(new SecurityGroupReach(firewall, fleets));
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

    /** The listener on {@code port}. */
    Optional<String> listenerOn(int port) {
        return existing.values().stream()
                .map(StackResource::model)
                .filter(ListenerModel.class::isInstance)
                .map(ListenerModel.class::cast)
                .filter(listener -> listener.port() == port)
                .map(ListenerModel::id)
                .findFirst();
    }

    /** What {@code wanted} changes in resource {@code id}; empty if nothing, or if it is not modelled. */
    Optional<Change> change(String id, Optional<StackResource> wanted) {
        Optional<Object> before = existing(id).map(StackResource::said);
        return wanted.filter(one -> !before.equals(Optional.of(one.said())))
                .map(one -> before.isPresent() ? Change.UPDATE : Change.CREATE);
    }

    /** Resource {@code id} as it is. */
    Optional<StackResource> existing(String id) {
        return Optional.ofNullable(existing.get(id));
    }

    /**
     * Resource {@code id} as {@code template} has it, with the attributes known by now; empty if it is not modelled.
     */
    Optional<StackResource> wanted(Template template, String id) {
        Template known = template.knowing(new KnownValues(attributes, launchTemplates.all()));
        return Optional.ofNullable(known.resources().get(id))
                .flatMap(resource -> new ResourceReader(known, resource).read());
    }

    /**
     * Creates resource {@code id}, or updates it, to {@code wanted}.
     *
     * @param cancelled completed when another resource has failed: a custom resource's response is not awaited
     * @return why it failed, or nothing
     */
    CompletableFuture<Optional<String>> startPut(String id, StackResource wanted, CompletableFuture<String> cancelled) {
        Optional<Object> before = Optional.ofNullable(existing.put(id, wanted)).map(StackResource::model);
        return wanted.put().into(this, before, cancelled);
    }

    /** Deletes resource {@code id}, or waits for who does; completed with why it was not deleted, or nothing. */
    CompletableFuture<Optional<String>> startDelete(String id) {
        if (!existing.containsKey(id)) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        CompletableFuture<Optional<String>> running = deleting.get(id);
        return running == null || running.isDone() ? delete(id) : running;
    }

    private CompletableFuture<Optional<String>> delete(String id) {
        CompletableFuture<Optional<String>> end = existing.get(id)
                .remove()
                .apply(this)
                .thenApply(reason -> {
                    if (reason.isEmpty()) {
                        leave(id);
                    }
                    return reason;
                });
        deleting.put(id, end);
        return end;
    }

    /** Resource {@code id} is none of the stack's any more. */
    void leave(String id) {
        existing.remove(id);
    }

    Firewall firewall() {
        return firewall;
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

    GuardEvents guards() {
        return customResources.guards();
    }

    CompletableFuture<Optional<String>> putFleet(
            FleetModel fleet, GroupDescription group, boolean exists, CompletableFuture<String> cancelled) {
        aws().groups().know(fleet.id(), group);
        if (exists) {
            Supplier<Optional<String>> ends =
                    () -> cancelled.isDone() ? Optional.of("the update was cancelled") : aws().turnedBack(group.name());
            RefreshWatch watch = new RefreshWatch(aws().alarms()::states, ends, aws().rollsBack(), log);
            CompletableFuture<Void> update = fleets.startUpdate(fleet, watch);
            return update.handle((done, failed) -> failure(update));
        }
        fleets.create(fleet);
        CompletableFuture<Void> created =
                Timers.all(fleets.fleet(fleet.id()).stream().map(LocalAutoScalingGroup::whenSignalled));
        return fleet.launches().creation().isEmpty()
                ? CompletableFuture.completedFuture(Optional.empty())
                : created.handle((done, failed) -> failure(created));
    }

    private static Optional<String> failure(CompletableFuture<Void> update) {
        try {
            Timers.value(update);
            return Optional.empty();
        } catch (RefreshFailure failed) {
            return Optional.of(failed.getMessage());
        }
    }

    /** Deletes what updates have replaced. */
    CompletableFuture<Void> cleanUp() {
        return Timers.all(fleets.all().stream().map(LocalAutoScalingGroup::cleanUp));
    }

    CompletableFuture<Optional<String>> removeFleet(String id) {
        return fleets.startDelete(id).thenApply(gone -> {
            aws().groups().forget(id);
            return Optional.empty();
        });
    }

    void addVersion(String id, JsonNode data) {
        boolean mayReturn = aws().rollsBack() && !play.latitude().renumbers();
        attributes.put(id + ".LatestVersionNumber", Integer.toString(launchTemplates.put(id, data, mayReturn)));
    }

    void codeIs(String function, JsonNode code) {
        play.code().changes(function, code);
    }

    void removeVersions(String id) {
        launchTemplates.remove(id);
    }

    /** The data of version {@code version} of launch template {@code id}. */
    Optional<JsonNode> launchTemplate(String id, String version) {
        return new KnownValues(attributes, launchTemplates.all()).launchTemplate(id, version);
    }

    CompletableFuture<Optional<String>> ask(
            CustomResourceModel custom,
            CustomResourceBacking backing,
            Optional<Object> before,
            CompletableFuture<String> cancelled) {
        CompletableFuture<Map<String, Object>> answer = customResources.ask(
                before.isPresent() ? "Update" : "Create", custom, backing, before.map(CustomResourceModel.class::cast));
        return CompletableFuture.anyOf(answer, cancelled)
                .thenApply(first ->
                        answer.isDone() ? failure(custom, answer.join()) : Optional.of(custom.id() + " was abandoned"));
    }

    private Optional<String> failure(CustomResourceModel custom, Map<String, Object> response) {
        Optional<String> reason = failure(response);
        if (reason.isEmpty()) {
            ((Map<?, ?>) response.get("Data"))
                    .forEach((name, value) -> attributes.put(custom.id() + "." + name, value.toString()));
        }
        return reason;
    }

    private static Optional<String> failure(Map<String, Object> response) {
        boolean succeeded = response.get("Status").equals("SUCCESS");
        return succeeded ? Optional.empty() : Optional.of(response.get("Reason").toString());
    }

    CompletableFuture<Optional<String>> askToDelete(CustomResourceModel custom, CustomResourceBacking backing) {
        return customResources.ask("Delete", custom, backing, Optional.empty()).thenApply(StackResources::failure);
    }
}
