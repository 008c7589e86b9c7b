package io.teal.rehearsal.aws.cloudformation;

import io.teal.rehearsal.Timers;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/** Deletes resources of a stack, each before those it waits for. */
final class StackRemoval {
    /** "CloudFormation tries to delete a resource three times before CloudFormation skips the resource" (re:Post). */
    private static final int TRIES_OF_CLEANUP = 3;

    private final StackResources resources;
    private final Timers timers;
    private final Random random;
    private final BiConsumer<String, Boolean> report;
    private final Consumer<String> log;

    /**
     * Deletes {@code resources}.
     *
     * @param report receives each that is gone, and whether it was a listener or a rule
     * @param log hears of those that stay
     */
    StackRemoval(
            StackResources resources,
            Timers timers,
            Random random,
            BiConsumer<String, Boolean> report,
            Consumer<String> log) {
        this.resources = resources;
        this.timers = timers;
        this.random = random;
        this.report = report;
        this.log = log;
    }

    /** Deletes {@code ids} in the order of {@code graph}; completed with why one was not, after which none begins. */
    CompletableFuture<Optional<String>> all(DependencyGraph graph, Set<String> ids) {
        CompletableFuture<String> failed = new CompletableFuture<>();
        return inOrder(
                        graph,
                        ids,
                        id -> failed.isDone()
                                ? CompletableFuture.completedFuture(null)
                                : delete(id).thenAccept(reason -> reason.ifPresent(failed::complete)))
                .thenApply(over -> Optional.ofNullable(failed.getNow(null)));
    }

    /** Deletes what an update has left over: one that cannot be deleted stays, and the stack is complete without it. */
    CompletableFuture<Void> leftovers(DependencyGraph graph, Set<String> ids) {
        return inOrder(graph, ids, id -> leftover(id, 1));
    }

    private CompletableFuture<Void> inOrder(
            DependencyGraph graph, Set<String> ids, Function<String, CompletableFuture<Void>> delete) {
        return new Schedule(graph.reversed(), ids, random)
                .start((id, delay) -> timers.after(delay).thenCompose(passed -> delete.apply(id)));
    }

    private CompletableFuture<Void> leftover(String id, int tries) {
        return delete(id).thenCompose(reason -> {
            if (reason.isPresent() && tries < TRIES_OF_CLEANUP) {
                return leftover(id, tries + 1);
            }
            reason.ifPresent(why -> {
                resources.leave(id);
                log.accept("the stack leaves " + id + " behind, which could not be deleted: " + why);
            });
            return CompletableFuture.completedFuture(null);
        });
    }

    private CompletableFuture<Optional<String>> delete(String id) {
        boolean listener = resources.isListener(id);
        return resources.startDelete(id).thenApply(reason -> {
            if (reason.isEmpty()) {
                report.accept(id, listener);
            }
            return reason;
        });
    }
}
