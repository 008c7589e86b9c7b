package io.teal.rehearsal.balancer;

import io.teal.rehearsal.model.ActionModel;
import io.teal.rehearsal.model.ListenerModel;
import io.teal.rehearsal.model.RuleModel;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** The listeners and their rules as the load balancer was told, and as its API reads them back. */
final class Configuration {
    private final Map<String, ListenerModel> listeners = new ConcurrentSkipListMap<>();
    private final Map<String, RuleModel> rules = new ConcurrentSkipListMap<>();

    /** Returns whether the listener is new. */
    boolean put(ListenerModel model) {
        return listeners.put(model.id(), model) == null;
    }

    void put(RuleModel model) {
        rules.put(model.id(), model);
    }

    void removeListener(String id) {
        listeners.remove(id);
    }

    RuleModel removeRule(String id) {
        return rules.remove(id);
    }

    List<String> listeners() {
        return List.copyOf(listeners.keySet());
    }

    Optional<ListenerModel> listener(String id) {
        return Optional.ofNullable(listeners.get(id));
    }

    Optional<RuleModel> rule(String id) {
        return Optional.ofNullable(rules.get(id));
    }

    /** Rules by priority. */
    List<RuleModel> rulesOf(String listener) {
        return rules.values().stream()
                .filter(rule -> rule.listener().equals(listener))
                .sorted(Comparator.comparingInt(RuleModel::priority))
                .toList();
    }

    /** The action of a listener or of a rule. */
    Optional<ActionModel> action(String id) {
        return listener(id).map(ListenerModel::action).or(() -> rule(id).map(RuleModel::action));
    }

    Routing routing(String listener) {
        return new Routing(listeners.get(listener), rulesOf(listener));
    }

    boolean forwardsTo(String group) {
        return listeners.keySet().stream().anyMatch(id -> routing(id).forwardsTo(group));
    }
}
