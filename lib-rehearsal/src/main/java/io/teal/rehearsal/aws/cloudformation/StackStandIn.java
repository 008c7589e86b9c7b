package io.teal.rehearsal.aws.cloudformation;

import io.teal.rehearsal.InvalidRunException;
import io.teal.rehearsal.RealTimers;
import io.teal.rehearsal.Threads;
import io.teal.rehearsal.Timescale;
import io.teal.rehearsal.aws.LocalAws;
import io.teal.rehearsal.aws.autoscaling.LocalAutoScaling;
import io.teal.rehearsal.aws.autoscaling.RefreshFailure;
import io.teal.rehearsal.aws.codedeploy.RevisionFolders;
import io.teal.rehearsal.aws.elb.Balancer;
import io.teal.rehearsal.template.Template;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;

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
    private final ExecutorService threads = Threads.named("stack");
    private final LocalAws aws;
    private final StackResources resources;
    private final Timescale timescale;
    private final Random random;
    private final Consumer<StackEvent> events;
    private volatile String status = "REVIEW_IN_PROGRESS";
    private Optional<StackModel> current = Optional.empty();

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
            Timescale timescale,
            long seed,
            Consumer<StackEvent> events,
            Consumer<String> log) {
        CustomResources customResources =
                new CustomResources(balancer, fleets, new RealTimers(timescale), this::status, log);
        this.aws = customResources.aws();
        this.resources = new StackResources(balancer, fleets, customResources, log);
        this.timescale = timescale;
        this.random = new Random(seed);
        this.events = events;
    }

    /** CodeDeploy installs {@code bundles} on its hosts, whose files are in {@code folder}. */
    public void installs(RevisionFolders bundles, Path folder) {
        aws.codeDeploy().installs(bundles, folder);
    }

    /** Refuses an update that the stand-in does not model, before anything changes. */
    public static void check(StackModel before, StackModel after) {
        Replacements.refuse(before.template(), after.template());
        DependencyGraph.of(after.template()).sorted();
    }

    /**
     * Creates or updates the stack; returns when CloudFormation would say it is complete or rolled back, deletions
     * included.
     *
     * @param trouble a failure from outside, if any
     * @return why it was rolled back; empty if it is complete
     * @throws InvalidRunException if the rollback failed too
     */
    public Optional<String> apply(StackModel next, Optional<Trouble> trouble) {
        status = current.isEmpty() ? "CREATE_IN_PROGRESS" : "UPDATE_IN_PROGRESS";
        CompletableFuture<String> failed = new CompletableFuture<>();
        Set<String> touched = new ConcurrentSkipListSet<>();
        trouble.flatMap(Trouble::after).ifPresent(after -> threads.execute(() -> fail(failed, trouble.get(), after)));
        forward(next.template(), touched, failed);
        trouble.filter(last -> last.after().isEmpty()).ifPresent(last -> failed.complete(last.reason()));
        if (failed.isDone()) {
            rollBack(next.template(), touched);
            return Optional.of(failed.join());
        }
        status = "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS";
        remove(current.map(StackModel::template).orElse(next.template()), next.template());
        status = "UPDATE_COMPLETE";
        current = Optional.of(next);
        return Optional.empty();
    }

    /** Removes everything, as {@code cdk destroy} does: each resource before those it waits for. */
    public void destroy() {
        status = "DELETE_IN_PROGRESS";
        current.ifPresent(
                model -> deleteAll(DependencyGraph.of(model.template()).reversed(), resources.ids()));
        current = Optional.empty();
        status = "DELETE_COMPLETE";
    }

    /** Alarms whose logical ids contain {@code part} are in {@code state} from now on, whatever their metrics. */
    public void forceAlarms(String part, String state) {
        aws.alarms().force(part, state);
    }

    /** The status that CloudFormation would show. */
    public String status() {
        return status;
    }

    private void fail(CompletableFuture<String> failed, Trouble trouble, Duration after) {
        try {
            timescale.sleep(after);
            failed.complete(trouble.reason());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Changes each resource after those it depends on; after a failure none begins. */
    private void forward(Template template, Set<String> touched, CompletableFuture<String> failed) {
        DependencyGraph graph = DependencyGraph.of(template);
        Schedule schedule = new Schedule(graph, graph.waitsFor().keySet(), random);
        schedule.run(
                (id, delay) -> {
                    Optional<Change> change = failed.isDone() ? Optional.empty() : resources.change(template, id);
                    if (change.isPresent()) {
                        timescale.sleep(delay);
                        touched.add(id);
                        attempt(template, id, failed);
                        report(id, change.get());
                    }
                },
                threads);
    }

    private void attempt(Template template, String id, CompletableFuture<String> failed) throws InterruptedException {
        try {
            resources.put(template, id, failed);
        } catch (StackFailure | RefreshFailure failure) {
            failed.complete(failure.getMessage());
        }
    }

    private void rollBack(Template tried, Set<String> touched) {
        if (current.isEmpty()) {
            status = "ROLLBACK_IN_PROGRESS";
            deleteAll(DependencyGraph.of(tried).reversed(), resources.ids());
            status = "ROLLBACK_COMPLETE";
            return;
        }
        status = "UPDATE_ROLLBACK_IN_PROGRESS";
        Template before = current.get().template();
        CompletableFuture<String> failed = new CompletableFuture<>();
        Set<String> restored = new TreeSet<>(touched);
        restored.retainAll(before.resources().keySet());
        new Schedule(DependencyGraph.of(before), restored, random)
                .run((id, delay) -> putBack(before, id, failed), threads);
        if (failed.isDone()) {
            status = "UPDATE_ROLLBACK_FAILED";
            throw new InvalidRunException("the stack's rollback failed: " + failed.join(), "see docs/rehearsal.md");
        }
        status = "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS";
        Set<String> created = resources.ids();
        created.removeAll(before.resources().keySet());
        deleteAll(DependencyGraph.of(tried).reversed(), created);
        status = "UPDATE_ROLLBACK_COMPLETE";
    }

    private void putBack(Template before, String id, CompletableFuture<String> failed) throws InterruptedException {
        if (!failed.isDone() && resources.change(before, id).isPresent()) {
            attempt(before, id, failed);
            report(id, Change.UPDATE);
        }
    }

    private void remove(Template before, Template after) {
        Set<String> removed = resources.ids();
        removed.removeAll(after.resources().keySet());
        deleteAll(DependencyGraph.of(before).reversed(), removed);
    }

    private void deleteAll(DependencyGraph graph, Set<String> ids) {
        new Schedule(graph, ids, random)
                .run(
                        (id, delay) -> {
                            timescale.sleep(delay);
                            boolean listener = resources.isListener(id);
                            resources.delete(id);
                            events.accept(new StackEvent(Instant.now(), id, Change.DELETE, listener));
                        },
                        threads);
    }

    private void report(String id, Change change) {
        events.accept(new StackEvent(Instant.now(), id, change, resources.isListener(id)));
    }
}
