package io.teal.rehearsal.aws.cloudformation;

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
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
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
    private final LocalFunctions functions;
    private final LocalPerson person;
    private final Timers timers;
    private final Random random;
    private final Consumer<StackEvent> events;
    private volatile String status = "REVIEW_IN_PROGRESS";
    private volatile Optional<StackModel> current = Optional.empty();

    /**
     * An empty stack.
     *
     * @param seed draws how long each change takes
     * @param events receives each finished change
     * @param log receives each decision of Preflight and Shift, and the progress of host replacements
     */
    public StackStandIn(
            Balancer balancer,
            LocalAutoScaling fleets,
            Timers timers,
            long seed,
            Consumer<StackEvent> events,
            Consumer<String> log) {
        this.functions = new LocalFunctions(port -> entrance(balancer, port));
        CustomResources customResources = new CustomResources(balancer, fleets, timers, functions, this::status, log);
        this.aws = customResources.aws();
        this.person = customResources.person();
        this.resources = new StackResources(balancer, fleets, customResources, log);
        this.timers = timers;
        this.random = new Random(seed);
        this.events = events;
    }

    private Optional<Integer> entrance(Balancer balancer, int port) {
        return resources
                .listenerOn(port)
                .flatMap(id -> balancer.ports(id).stream().findFirst());
    }

    /** What another terminal reads. */
    LocalAws aws() {
        return aws;
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
        return timers.await(startApply(next, trouble));
    }

    /**
     * Creates or updates the stack; completed when CloudFormation would say it is complete or rolled back, deletions
     * included. It fails with an {@link InvalidRunException} if the rollback failed too.
     *
     * @param trouble a failure from outside, if any
     * @return why it was rolled back; empty if it is complete
     */
    public CompletableFuture<Optional<String>> startApply(StackModel next, Optional<Trouble> trouble) {
        status = current.isEmpty() ? "CREATE_IN_PROGRESS" : "UPDATE_IN_PROGRESS";
        aws.rules().begin();
        CompletableFuture<String> failed = new CompletableFuture<>();
        Set<String> touched = new ConcurrentSkipListSet<>();
        trouble.ifPresent(outside -> outside.after()
                .ifPresent(after -> timers.after(after).thenRun(() -> failed.complete(outside.reason()))));
        return forward(next.template(), touched, failed).thenCompose(done -> {
            trouble.filter(last -> last.after().isEmpty()).ifPresent(last -> failed.complete(last.reason()));
            return failed.isDone()
                    ? rollBack(next.template(), touched).thenApply(back -> Optional.of(failed.join()))
                    : complete(next).thenApply(all -> Optional.empty());
        });
    }

    /** Removes everything as {@link #startDestroy} does, and waits for the end. */
    public void destroy() {
        timers.await(startDestroy());
    }

    /** Removes everything, as {@code cdk destroy} does: each resource before those it waits for. */
    public CompletableFuture<Void> startDestroy() {
        status = "DELETE_IN_PROGRESS";
        CompletableFuture<Void> gone =
                current.map(model -> delete(model.template(), resources.ids())).orElse(done());
        return gone.thenRun(() -> {
            current = Optional.empty();
            status = "DELETE_COMPLETE";
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

    /** Changes each resource after those it depends on; after a failure none begins. */
    private CompletableFuture<Void> forward(Template template, Set<String> touched, CompletableFuture<String> failed) {
        DependencyGraph graph = DependencyGraph.of(template);
        return new Schedule(graph, graph.waitsFor().keySet(), random).start((id, delay) -> {
            Optional<Change> change = failed.isDone() ? Optional.empty() : resources.change(template, id);
            return change.isEmpty()
                    ? done()
                    : timers.after(delay).thenCompose(passed -> {
                        touched.add(id);
                        return put(template, id, change.get(), failed);
                    });
        });
    }

    private CompletableFuture<Void> put(Template template, String id, Change change, CompletableFuture<String> failed) {
        return resources.startPut(template, id, failed).thenAccept(reason -> {
            report(id, change, resources.isListener(id));
            reason.ifPresent(failed::complete);
        });
    }

    private CompletableFuture<Void> complete(StackModel next) {
        status = "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS";
        Template before = current.orElse(next).template();
        return Timers.all(Stream.of(delete(before, notIn(next.template())), resources.cleanUp()))
                .thenRun(() -> {
                    status = "UPDATE_COMPLETE";
                    current = Optional.of(next);
                });
    }

    private CompletableFuture<Void> rollBack(Template tried, Set<String> touched) {
        if (current.isEmpty()) {
            status = "ROLLBACK_IN_PROGRESS";
            return delete(tried, resources.ids()).thenRun(() -> status = "ROLLBACK_COMPLETE");
        }
        status = "UPDATE_ROLLBACK_IN_PROGRESS";
        Template before = current.get().template();
        CompletableFuture<String> failed = new CompletableFuture<>();
        touched.retainAll(before.resources().keySet());
        return new Schedule(DependencyGraph.of(before), touched, random)
                .start((id, delay) -> putBack(before, id, failed))
                .thenCompose(all -> {
                    if (failed.isDone()) {
                        status = "UPDATE_ROLLBACK_FAILED";
                        throw new InvalidRunException(
                                "the stack's rollback failed: " + failed.join(), "see docs/rehearsal.md");
                    }
                    status = "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS";
                    return delete(tried, notIn(before));
                })
                .thenRun(() -> status = "UPDATE_ROLLBACK_COMPLETE");
    }

    private CompletableFuture<Void> putBack(Template before, String id, CompletableFuture<String> failed) {
        return failed.isDone() || resources.change(before, id).isEmpty()
                ? done()
                : put(before, id, Change.UPDATE, failed);
    }

    private Set<String> notIn(Template template) {
        Set<String> ids = resources.ids();
        ids.removeAll(template.resources().keySet());
        return ids;
    }

    /** Deletes {@code ids}, each before those it waits for in {@code template}. */
    private CompletableFuture<Void> delete(Template template, Set<String> ids) {
        DependencyGraph graph = DependencyGraph.of(template).reversed();
        return new Schedule(graph, ids, random)
                .start((id, delay) -> timers.after(delay).thenCompose(passed -> {
                    boolean listener = resources.isListener(id);
                    return resources.startDelete(id).thenRun(() -> report(id, Change.DELETE, listener));
                }));
    }

    private void report(String id, Change change, boolean listener) {
        events.accept(new StackEvent(timers.instant(), id, change, listener));
    }

    private static CompletableFuture<Void> done() {
        return CompletableFuture.completedFuture(null);
    }
}
