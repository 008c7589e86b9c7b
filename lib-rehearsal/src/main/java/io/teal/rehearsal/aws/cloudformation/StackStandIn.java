package io.teal.rehearsal.aws.cloudformation;

import io.teal.rehearsal.InvalidRunException;
import io.teal.rehearsal.RealTimers;
import io.teal.rehearsal.Timescale;
import io.teal.rehearsal.aws.LocalAws;
import io.teal.rehearsal.aws.autoscaling.LocalAutoScaling;
import io.teal.rehearsal.aws.codedeploy.LocalCodeDeploy;
import io.teal.rehearsal.aws.elb.Balancer;
import io.teal.rehearsal.template.Template;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * A stack: takes one template after another and makes the balancer and the fleets follow, or goes back.
 *
 * <pre>
 *   update ─▶ all resources, each after those it waits for ─▶ removals ─▶ complete
 *               └─ one fails, or the update is cancelled ─▶ what was touched is put back, in the same order
 *                                                         ─▶ what was new is removed ─▶ rolled back
 * </pre>
 */
public final class StackStandIn {
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "stack");
        thread.setDaemon(true);
        return thread;
    });
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
     * @param events told of each change when it is done
     * @param log told each decision of the runs behind Preflight and Shift, and how hosts are replaced
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

    /** Where its deployment groups are, and its hosts are installed. */
    public void installs(LocalCodeDeploy codeDeploy) {
        aws.installs(codeDeploy);
    }

    /** Refuses an update that the stand-in does not model, before anything is touched. */
    public static void check(StackModel before, StackModel after) {
        Replacements.refuse(before.template(), after.template());
        DependencyGraph.of(after.template()).sorted();
    }

    /**
     * Creates or updates the stack; returns when CloudFormation would say it is complete or rolled back, deletions
     * included.
     *
     * @param trouble what goes wrong meanwhile, if anything does
     * @return why it was rolled back; empty if it is complete
     * @throws InvalidRunException if not even the rollback succeeded
     */
    public Optional<String> apply(StackModel next, Optional<Trouble> trouble) {
        status = current.isEmpty() ? "CREATE_IN_PROGRESS" : "UPDATE_IN_PROGRESS";
        CompletableFuture<String> failed = new CompletableFuture<>();
        Set<String> touched = new ConcurrentSkipListSet<>();
        trouble.flatMap(Trouble::after).ifPresent(after -> threads.execute(() -> fail(failed, trouble.get(), after)));
        forward(next.template(), touched, failed);
        trouble.filter(last -> last.after().isEmpty()).ifPresent(last -> failed.complete(last.reason()));
        if (failed.isDone()) {
            back(next.template(), touched);
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

    /** Alarms whose logical ids contain {@code part} are in {@code state} from now on, whatever their metrics do. */
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
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    /** Each resource after those it waits for; once one has failed, no other begins. */
    private void forward(Template template, Set<String> touched, CompletableFuture<String> failed) {
        DependencyGraph graph = DependencyGraph.of(template);
        Schedule schedule = new Schedule(graph, graph.waitsFor().keySet(), random);
        schedule.run(
                (id, delay) -> {
                    Optional<Change> change = failed.isDone() ? Optional.empty() : resources.asked(template, id);
                    if (change.isPresent()) {
                        timescale.sleep(delay);
                        touched.add(id);
                        attempt(template, id, failed);
                        said(id, change.get());
                    }
                },
                threads);
    }

    private void attempt(Template template, String id, CompletableFuture<String> failed) throws InterruptedException {
        try {
            resources.put(template, id, failed);
        } catch (StackFailure failure) {
            failed.complete(failure.getMessage());
        }
    }

    private void back(Template tried, Set<String> touched) {
        if (current.isEmpty()) {
            status = "ROLLBACK_IN_PROGRESS";
            deleteAll(DependencyGraph.of(tried).reversed(), resources.ids());
            status = "ROLLBACK_COMPLETE";
            return;
        }
        status = "UPDATE_ROLLBACK_IN_PROGRESS";
        Template before = current.get().template();
        CompletableFuture<String> failed = new CompletableFuture<>();
        Set<String> again = new TreeSet<>(touched);
        again.retainAll(before.resources().keySet());
        new Schedule(DependencyGraph.of(before), again, random)
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
        if (!failed.isDone() && resources.asked(before, id).isPresent()) {
            attempt(before, id, failed);
            said(id, Change.UPDATE);
        }
    }

    private void remove(Template before, Template after) {
        Set<String> gone = resources.ids();
        gone.removeAll(after.resources().keySet());
        deleteAll(DependencyGraph.of(before).reversed(), gone);
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

    private void said(String id, Change change) {
        events.accept(new StackEvent(Instant.now(), id, change, resources.isListener(id)));
    }
}
