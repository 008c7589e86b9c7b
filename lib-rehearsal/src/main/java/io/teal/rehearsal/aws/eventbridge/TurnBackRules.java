package io.teal.rehearsal.aws.eventbridge;

import io.teal.rehearsal.aws.cloudwatch.Alarms;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The rules of a stack that end an instance refresh. CloudWatch tells of changes: an alarm that is in {@code ALARM}
 * when the stack's update begins counts only after it has been out of it.
 */
public final class TurnBackRules {
    private static final String ALARM = "ALARM";

    private final Map<String, TurnBackRule> rules = new ConcurrentHashMap<>();
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private final Alarms alarms;

    /** No rules yet, on {@code alarms}. */
    public TurnBackRules(Alarms alarms) {
        this.alarms = alarms;
    }

    /** Adds or updates a rule. */
    public void put(TurnBackRule rule) {
        rules.put(rule.id(), rule);
    }

    /** Removes rule {@code id}. */
    public void forget(String id) {
        rules.remove(id);
    }

    /** The stack's update begins. */
    public void begin() {
        known.clear();
        known.addAll(inAlarm(watched(rules.values().stream().toList())));
    }

    /** An alarm that has gone off since the last look, and ends the refresh of {@code group}. */
    public Optional<String> wentOff(String group) {
        List<String> watched = watched(rules.values().stream()
                .filter(rule -> rule.group().equals(group))
                .toList());
        Set<String> now = inAlarm(watched);
        Optional<String> gone =
                now.stream().filter(alarm -> !known.contains(alarm)).sorted().findFirst();
        known.retainAll(now);
        known.addAll(now);
        return gone;
    }

    private static List<String> watched(List<TurnBackRule> rules) {
        List<String> watched = new ArrayList<>();
        rules.forEach(rule -> watched.addAll(rule.alarms()));
        return watched;
    }

    private Set<String> inAlarm(List<String> names) {
        Set<String> found = new HashSet<>();
        alarms.states(names).forEach((name, state) -> {
            if (state.equals(ALARM)) {
                found.add(name);
            }
        });
        return found;
    }
}
