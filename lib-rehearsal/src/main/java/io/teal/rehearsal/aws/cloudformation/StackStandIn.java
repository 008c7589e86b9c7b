package io.teal.rehearsal.aws.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import io.teal.rehearsal.InvalidRunException;
import io.teal.rehearsal.Timers;
import io.teal.rehearsal.aws.LocalAws;
import io.teal.rehearsal.aws.autoscaling.LocalAutoScaling;
import io.teal.rehearsal.aws.codedeploy.RevisionFolders;
import io.teal.rehearsal.aws.elb.Balancer;
import io.teal.rehearsal.aws.eventbridge.GuardEvents;
import io.teal.rehearsal.aws.lambda.LocalFunctions;
import io.teal.rehearsal.aws.stepfunctions.LocalPerson;
import io.teal.rehearsal.template.Template;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A stack: applies each template to the balancer and the fleets, or rolls back.
 *
 * <pre>
 *   update ─▶ all resources, each after those it waits for ─▶ removals ─▶ complete
 *               └─ one fails, or the update is cancelled ─▶ what was changed is put back, in the same order
 *                                                         ─▶ what was new is removed ─▶ rolled back
 * </pre>
 */
public final class StackStandIn {
    private final LocalAws aws;
    private final StackResources resources;
    private final StackRemoval removal;
    private final LocalFunctions functions;
    private final LocalPerson person;
    private final Timers timers;
    private final Random random;
    private final Latitude latitude;
    private final Consumer<StackEvent> events;
    private volatile String status = "REVIEW_IN_PROGRESS";
    private volatile Optional<StackModel> current = Optional.empty();
    private volatile Optional<Template> tried = Optional.empty();
    private volatile Optional<StackUpdate> update = Optional.empty();
    private volatile CompletableFuture<Void> forward = CompletableFuture.completedFuture(null);

    /**
     * An empty stack.
     *
     * @param events receives each finished change
     * @param log receives each decision of Preflight and Shift, and the progress of host replacements
     */
    public StackStandIn(
            Balancer balancer,
            LocalAutoScaling fleets,
            Timers timers,
            StackPlay play,
            Consumer<StackEvent> events,
            Consumer<String> log) {
        this.functions = new LocalFunctions(port -> entrance(balancer, port));
        CustomResources customResources =
                new CustomResources(balancer, fleets, timers, play.code(), functions, this::status, log);
        this.aws = customResources.aws();
        this.person = customResources.person();
        this.resources = new StackResources(balancer, fleets, customResources, play, log);
        this.timers = timers;
        this.random = new Random(play.seed());
        this.latitude = play.latitude();
        this.events = events;
        this.removal =
                new StackRemoval(resources, timers, random, (id, listener) -> report(id, Change.DELETE, listener), log);
    }

    private Optional<Integer> entrance(Balancer balancer, int port) {
        return resources
                .listenerOn(port)
                .flatMap(id -> balancer.ports(id).stream().findFirst());
    }

    /** What another terminal reads. */
    public LocalAws aws() {
        return aws;
    }

    /** What version {@code version} of launch template {@code id} says. */
    public Optional<JsonNode> launchTemplate(String id, String version) {
        return resources.launchTemplate(id, version);
    }

    /** The person whom its runs ask. */
    public LocalPerson person() {
        return person;
    }

    /** What wakes the guards of its services. */
    public GuardEvents guards() {
        return resources.guards();
    }

    /** The functions of the user's that its runs call. */
    public LocalFunctions functions() {
        return functions;
    }

    /** CodeDeploy installs {@code bundles} on its hosts, whose files are in {@code folder}. */
    public void installs(RevisionFolders bundles, Path folder) {
        aws.codeDeploy().installs(bundles, folder);
    }

    /** CodeDeploy installs {@code bundles} on modelled hosts. */
    public void models(RevisionFolders bundles) {
        aws.codeDeploy().models(bundles);
    }

    /** Refuses an update that the stand-in does not model, before anything changes. */
    public static void check(StackModel before, StackModel after) {
        Replacements.refuse(before.template(), after.template());
        UndecidedChanges.refuse(before.template(), after.template());
        DependencyGraph.of(after.template()).sorted();
    }

    /** Applies {@code next} as {@link #startApply} does, and waits for the end. */
    public Optional<String> apply(StackModel next, Optional<Trouble> trouble) {
        return timers.await(startApply(next, trouble.stream().toList()));
    }

    /**
     * Creates or updates the stack; completed when CloudFormation would say it is complete or rolled back, deletions
     * included. It fails with an {@link InvalidRunException} if the rollback failed too; what is left over and cannot
     * be deleted stays, as in AWS, and is told.
     *
     * @param troubles failures from outside
     * @return why it was rolled back; empty if it is complete
     */
    public CompletableFuture<Optional<String>> startApply(StackModel next, List<Trouble> troubles) {
        status = current.isEmpty() ? "CREATE_IN_PROGRESS" : "UPDATE_IN_PROGRESS";
        aws.rules().begin();
        StackUpdate begun = new StackUpdate(
                resources, timers, random, this::report, current.map(StackModel::template), next.template());
        update = Optional.of(begun);
        tried = Optional.of(next.template());
        forward = begun.forward(troubles);
        return forward.thenCompose(done -> end(next, begun));
    }

    private CompletableFuture<Optional<String>> end(StackModel next, StackUpdate ended) {
        if (status.equals("DELETE_IN_PROGRESS")) {
            return CompletableFuture.completedFuture(ended.failure());
        }
        return ended.failure().isPresent()
                ? rollBack(next.template(), ended).thenApply(back -> ended.failure())
                : complete(next).thenApply(all -> Optional.empty());
    }

    /** Cancels the update that goes forward, if one does. */
    public void cancel() {
        if (status.equals("UPDATE_IN_PROGRESS")) {
            update.orElseThrow().fail("the update was cancelled");
        }
    }

    /** Removes everything as {@link #startDestroy} does, and waits for the end. */
    public void destroy() {
        timers.await(startDestroy());
    }

    /**
     * Removes everything, as {@code cdk destroy} does: each resource before those it waits for. It fails with an
     * {@link InvalidRunException} if one cannot be deleted.
     */
    public CompletableFuture<Void> startDestroy() {
        status = "DELETE_IN_PROGRESS";
        update.ifPresent(going -> going.fail("the stack is deleted"));
        Template last = tried.orElseThrow();
        Template settled = current.map(StackModel::template).orElse(last);
        return forward.thenCompose(over -> removal.all(DependencyGraph.of(settled, last), resources.ids()))
                .thenAccept(stuck -> {
                    current = stuck.isEmpty() ? Optional.empty() : current;
                    ends("DELETE", "deletion", stuck);
                });
    }

    /** Alarms whose logical ids contain {@code part} are in {@code state} from now on, whatever their metrics. */
    public void forceAlarms(String part, String state) {
        aws.alarms().force(part, state);
    }

    /** The status that CloudFormation would show. */
    public String status() {
        return status;
    }

    private CompletableFuture<Void> complete(StackModel next) {
        Optional<StackModel> before = current;
        current = Optional.of(next);
        if (before.isEmpty()) {
            status = "CREATE_COMPLETE";
            return CompletableFuture.completedFuture(null);
        }
        status = "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS";
        DependencyGraph graph = DependencyGraph.of(before.get().template());
        return Timers.all(Stream.of(removal.leftovers(graph, notIn(next.template())), resources.cleanUp()))
                .thenRun(() -> status = "UPDATE_COMPLETE");
    }

    private CompletableFuture<Void> rollBack(Template tried, StackUpdate failed) {
        String first = "; it went back because "
                + failed.failure().orElseThrow().lines().findFirst().orElse("");
        if (current.isEmpty()) {
            status = "ROLLBACK_IN_PROGRESS";
            return removal.all(DependencyGraph.of(tried), resources.ids())
                    .thenAccept(stuck -> ends("ROLLBACK", "rollback", stuck.map(why -> why + first)));
        }
        status = "UPDATE_ROLLBACK_IN_PROGRESS";
        Template before = current.get().template();
        return failed.back(latitude)
                .thenCompose(stuck -> {
                    stuck.ifPresent(why -> ends("UPDATE_ROLLBACK", "rollback", Optional.of(why + first)));
                    status = "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS";
                    return removal.leftovers(DependencyGraph.of(tried), notIn(before));
                })
                .thenRun(() -> status = "UPDATE_ROLLBACK_COMPLETE");
    }

    /** The {@code operation} is over; {@code stuck} says why it could not be done. */
    private void ends(String operation, String word, Optional<String> stuck) {
        status = operation + (stuck.isEmpty() ? "_COMPLETE" : "_FAILED");
        stuck.ifPresent(why -> {
            throw new InvalidRunException("the stack's " + word + " failed: " + why, "see docs/rehearsal.md");
        });
    }

    private Set<String> notIn(Template template) {
        Set<String> ids = resources.ids();
        ids.removeAll(template.resources().keySet());
        return ids;
    }

    private void report(String id, Change change) {
        report(id, change, resources.isListener(id));
    }

    private void report(String id, Change change, boolean listener) {
        events.accept(new StackEvent(timers.instant(), id, change, listener));
    }
}
