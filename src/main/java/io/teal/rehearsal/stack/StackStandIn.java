package io.teal.rehearsal.stack;

import io.teal.rehearsal.Timescale;
import io.teal.rehearsal.balancer.Balancer;
import io.teal.rehearsal.fleet.Fleets;
import io.teal.rehearsal.model.FleetModel;
import io.teal.rehearsal.model.ListenerModel;
import io.teal.rehearsal.model.StackModel;
import io.teal.rehearsal.model.TargetGroupModel;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** A stack: takes one template after another and makes the balancer and the fleets follow. */
public final class StackStandIn {
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "stack");
        thread.setDaemon(true);
        return thread;
    });
    private final Balancer balancer;
    private final Fleets fleets;
    private final Timescale timescale;
    private final Random random;
    private final Consumer<StackEvent> events;
    private Optional<StackModel> current = Optional.empty();

    /**
     * An empty stack.
     *
     * @param seed draws how long each change takes
     * @param events told of each change when it is done
     */
    public StackStandIn(Balancer balancer, Fleets fleets, Timescale timescale, long seed, Consumer<StackEvent> events) {
        this.balancer = balancer;
        this.fleets = fleets;
        this.timescale = timescale;
        this.random = new Random(seed);
        this.events = events;
    }

    /** Refuses an update that the stand-in does not model, before anything is touched. */
    public static void check(StackModel before, StackModel after) {
        Replacements.refuse(before.template(), after.template());
        Graph.of(after.template()).sorted();
    }

    /** Creates or updates the stack; returns when CloudFormation would say it is complete, deletions included. */
    public void apply(StackModel next) {
        Graph graph = Graph.of(next.template());
        StackModel before = current.orElseGet(() -> StackModel.empty(next.template()));
        Map<String, Change> changes = Change.between(before, next);
        Set<String> deleted = new TreeSet<>(changes.keySet());
        deleted.removeIf(id -> changes.get(id) != Change.DELETE);
        Set<String> kept = new TreeSet<>(changes.keySet());
        kept.removeAll(deleted);
        new Schedule(graph, kept, random).run((id, delay) -> put(next, id, changes.get(id), delay), threads);
        if (!deleted.isEmpty()) {
            Graph reversed = Graph.of(before.template()).reversed();
            new Schedule(reversed, deleted, random).run((id, delay) -> delete(before, id, delay), threads);
        }
        current = Optional.of(next);
    }

    private void put(StackModel model, String id, Change change, Duration delay) throws InterruptedException {
        timescale.sleep(delay);
        Object resource = model.resource(id).orElseThrow();
        if (resource instanceof TargetGroupModel group) {
            balancer.putGroup(group);
        } else if (resource instanceof ListenerModel listener) {
            balancer.putListener(listener);
        } else if (change == Change.CREATE) {
            fleets.create((FleetModel) resource);
        } else {
            fleets.update((FleetModel) resource);
        }
        events.accept(new StackEvent(Instant.now(), id, change, resource instanceof ListenerModel));
    }

    private void delete(StackModel before, String id, Duration delay) throws InterruptedException {
        timescale.sleep(delay);
        Object resource = before.resource(id).orElseThrow();
        if (resource instanceof TargetGroupModel) {
            balancer.removeGroup(id);
        } else if (resource instanceof ListenerModel) {
            balancer.removeListener(id);
        } else {
            fleets.delete(id);
        }
        events.accept(new StackEvent(Instant.now(), id, Change.DELETE, resource instanceof ListenerModel));
    }
}
