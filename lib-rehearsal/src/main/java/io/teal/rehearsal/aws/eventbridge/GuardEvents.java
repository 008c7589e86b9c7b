package io.teal.rehearsal.aws.eventbridge;

import io.teal.rehearsal.Timers;
import io.teal.rehearsal.aws.cloudwatch.Alarms;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** EventBridge, as far as its rules wake the guards of a stack's services. Without such a rule it does nothing. */
public final class GuardEvents {
    private static final String ALARM = "ALARM";

    /** CloudWatch's metrics have a point each minute; looking more often than that finds what is known at once. */
    private static final Duration LOOK = Duration.ofSeconds(10);

    private static final Duration DELIVERY = Duration.ofSeconds(1);

    private final Map<String, GuardEventRule> rules = new ConcurrentHashMap<>();
    private final AtomicInteger byAlarm = new AtomicInteger();
    private final AtomicInteger bySchedule = new AtomicInteger();
    private final Timers timers;
    private final Alarms alarms;
    private final Consumer<GuardEventRule> guard;

    /**
     * No rules yet.
     *
     * @param guard is woken
     */
    public GuardEvents(Timers timers, Alarms alarms, Consumer<GuardEventRule> guard) {
        this.timers = timers;
        this.alarms = alarms;
        this.guard = guard;
    }

    /** Adds or updates a rule. An alarm that is in {@code ALARM} now counts only after it has been out of it. */
    public void put(GuardEventRule rule) {
        rules.put(rule.id(), rule);
        if (rule.silent().isPresent()) {
            return;
        }
        rule.every().ifPresent(every -> waitFor(rule, every));
        if (!rule.alarms().isEmpty()) {
            listen(rule, inAlarm(rule));
        }
    }

    /** Removes rule {@code id}. */
    public void forget(String id) {
        rules.remove(id);
    }

    /** How often an alarm has woken a guard. */
    public int wokenByAlarm() {
        return byAlarm.get();
    }

    /** How often a schedule has. */
    public int wokenBySchedule() {
        return bySchedule.get();
    }

    private void waitFor(GuardEventRule rule, Duration every) {
        timers.after(every).thenRun(() -> {
            if (stands(rule)) {
                wake(rule, bySchedule);
                waitFor(rule, every);
            }
        });
    }

    private void listen(GuardEventRule rule, Set<String> known) {
        timers.after(LOOK).thenRun(() -> {
            if (stands(rule)) {
                Set<String> now = inAlarm(rule);
                now.stream()
                        .filter(alarm -> !known.contains(alarm))
                        .forEach(alarm -> timers.after(DELIVERY).thenRun(() -> wake(rule, byAlarm)));
                listen(rule, now);
            }
        });
    }

    private boolean stands(GuardEventRule rule) {
        return rules.get(rule.id()) == rule;
    }

    private void wake(GuardEventRule rule, AtomicInteger count) {
        count.incrementAndGet();
        guard.accept(rule);
    }

    private Set<String> inAlarm(GuardEventRule rule) {
        Set<String> found = new HashSet<>();
        alarms.states(rule.alarms()).forEach((name, state) -> {
            if (state.equals(ALARM)) {
                found.add(name);
            }
        });
        return found;
    }
}
