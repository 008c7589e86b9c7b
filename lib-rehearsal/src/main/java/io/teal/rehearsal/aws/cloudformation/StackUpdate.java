package io.teal.rehearsal.aws.cloudformation;

import io.teal.rehearsal.Timers;
import io.teal.rehearsal.template.Template;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BiConsumer;

/** One create or update of a stack: each resource after those it waits for, and the way back. */
final class StackUpdate {
    private final StackResources resources;
    private final Timers timers;
    private final Random random;
    private final BiConsumer<String, Change> report;
    private final Optional<Template> before;
    private final Template next;
    private final CompletableFuture<String> failed = new CompletableFuture<>();
    private final CompletableFuture<String> failedToo = new CompletableFuture<>();
    private final Map<String, Optional<StackResource>> touched = new ConcurrentSkipListMap<>();

    /**
     * An update from {@code before}, which is empty of a new stack, to {@code next}.
     *
     * @param report receives each finished change
     */
    StackUpdate(
            StackResources resources,
            Timers timers,
            Random random,
            BiConsumer<String, Change> report,
            Optional<Template> before,
            Template next) {
        this.resources = resources;
        this.timers = timers;
        this.random = random;
        this.report = report;
        this.before = before;
        this.next = next;
    }

    /** Nothing more begins, and it is to go back, because of {@code reason}; the first counts. */
    void fail(String reason) {
        failed.complete(reason);
    }

    /** Why it failed; empty if it has not. */
    Optional<String> failure() {
        return Optional.ofNullable(failed.getNow(null));
    }

    /** Changes each resource after those it depends on; after a failure none begins. */
    CompletableFuture<Void> forward(List<Trouble> troubles) {
        troubles.stream()
                .filter(trouble -> trouble.resource().isEmpty())
                .forEach(trouble -> trouble.after().ifPresent(after -> happens(trouble, after)));
        DependencyGraph graph = DependencyGraph.of(next);
        return new Schedule(graph, graph.waitsFor().keySet(), random)
                .start((id, delay) -> failed.isDone() ? done() : change(id, delay, troubles))
                .thenRun(() -> troubles.stream()
                        .filter(trouble -> trouble.after().isEmpty())
                        .forEach(last -> fail(last.reason())));
    }

    private CompletableFuture<Void> change(String id, Duration delay, List<Trouble> troubles) {
        for (Trouble trouble : troubles) {
            if (trouble.resource().equals(Optional.of(id))) {
                CompletableFuture<Void> fails =
                        happens(trouble, delay.plus(trouble.after().orElse(Duration.ZERO)));
                return CompletableFuture.anyOf(fails, failed).thenAccept(over -> {});
            }
        }
        Optional<StackResource> wanted = resources.wanted(next, id);
        Optional<Change> change = isLeftAlone(id, wanted) ? Optional.empty() : resources.change(id, wanted);
        return change.isEmpty()
                ? done()
                : timers.after(delay).thenCompose(passed -> failed.isDone() ? done() : begin(id, change.get()));
    }

    private CompletableFuture<Void> begin(String id, Change change) {
        touched.put(id, resources.existing(id));
        return put(id, resources.wanted(next, id), change, failed);
    }

    private CompletableFuture<Void> happens(Trouble trouble, Duration after) {
        return timers.after(after).thenRun(() -> fail(trouble.reason()));
    }

    /**
     * Whether it is written as before, and nothing that it refers to has changed: then it stays, even if an attribute
     * is another than when it was written.
     */
    private boolean isLeftAlone(String id, Optional<StackResource> wanted) {
        return resources.existing(id).isPresent()
                && next.resources().get(id).dependsOn().stream().noneMatch(touched::containsKey)
                && before.flatMap(template -> resources.wanted(template, id))
                        .map(StackResource::said)
                        .equals(wanted.map(StackResource::said));
    }

    private CompletableFuture<Void> put(
            String id, Optional<StackResource> wanted, Change change, CompletableFuture<String> fails) {
        return resources.startPut(id, wanted.orElseThrow(), fails).thenAccept(reason -> {
            report.accept(id, change);
            reason.ifPresent(fails::complete);
        });
    }

    /** Puts back what it has changed of what was there, as {@code latitude} says. */
    CompletableFuture<Optional<String>> back(Latitude latitude) {
        Set<String> changed = touched.keySet();
        changed.removeIf(id -> touched.get(id).isEmpty());
        DependencyGraph graph = DependencyGraph.of(before.orElseThrow());
        graph = latitude.ordersByName() ? graph.among(changed) : graph;
        graph = latitude.freesFunction()
                ? graph.waitingForNone(before.orElseThrow().ids(ResourceReader.FUNCTION))
                : graph;
        return new Schedule(graph, changed, random)
                .start((id, delay) -> timers.after(delay).thenCompose(passed -> putBack(id, latitude)))
                .thenApply(all -> Optional.ofNullable(failedToo.getNow(null)));
    }

    private CompletableFuture<Void> putBack(String id, Latitude latitude) {
        Template old = before.orElseThrow();
        Optional<StackResource> was = latitude.resolvesAnew() ? resources.wanted(old, id) : touched.get(id);
        boolean same =
                was.map(StackResource::said).equals(resources.existing(id).map(StackResource::said));
        return failedToo.isDone() || same ? done() : put(id, was, Change.UPDATE, failedToo);
    }

    private static CompletableFuture<Void> done() {
        return CompletableFuture.completedFuture(null);
    }
}
