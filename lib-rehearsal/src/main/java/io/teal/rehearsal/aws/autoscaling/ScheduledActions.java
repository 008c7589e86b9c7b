package io.teal.rehearsal.aws.autoscaling;

import io.teal.rehearsal.TemplateClock;
import io.teal.rehearsal.Timers;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The scheduled actions of all groups: each sets sizes at its times, by the template's clock. */
public final class ScheduledActions {
    private final Map<String, ScheduledSize> known = new ConcurrentHashMap<>();
    private final LocalAutoScaling groups;
    private final Timers timers;
    private final TemplateClock clock;
    private final Consumer<String> log;

    /**
     * None yet.
     *
     * @param log receives each action that happens
     */
    public ScheduledActions(LocalAutoScaling groups, Timers timers, TemplateClock clock, Consumer<String> log) {
        this.groups = groups;
        this.timers = timers;
        this.clock = clock;
        this.log = log;
    }

    /** Adds or updates an action. */
    public void put(ScheduledSize action) {
        known.put(action.id(), action);
        wait(action, clock.instant());
    }

    /** Removes action {@code id}. */
    public void forget(String id) {
        known.remove(id);
    }

    private void wait(ScheduledSize action, Instant from) {
        action.after(from)
                .ifPresent(at -> timers.at(clock.real(at)).thenRun(() -> {
                    if (known.get(action.id()) == action) {
                        happen(action, at);
                        wait(action, at);
                    }
                }));
    }

    private void happen(ScheduledSize action, Instant at) {
        groups.group(action.group())
                .ifPresent(group ->
                        log.accept("schedule " + action.id() + " " + at + ": " + group.scheduled(action.sizes())));
    }
}
