package io.teal.rehearsal.aws.elb;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Load balancers, listeners and rules as configured, which is what the API describes. */
final class Configuration {
    private final Map<String, ListenerModel> listeners = new ConcurrentSkipListMap<>();
    private final Map<String, LoadBalancerModel> balancers = new ConcurrentSkipListMap<>();
    private final Map<String, RuleModel> rules = new ConcurrentSkipListMap<>();

    /** Adds or updates a listener; returns whether it is new. */
    boolean put(ListenerModel model) {
        return listeners.put(model.id(), model) == null;
    }

    void put(LoadBalancerModel model) {
        balancers.put(model.id(), model);
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

    List<String> listenersOf(String balancer) {
        return listeners.values().stream()
                .filter(listener -> listener.balancer().equals(balancer))
                .map(ListenerModel::id)
                .toList();
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
        ListenerModel model = listeners.get(listener);
        LoadBalancerModel balancer = balancers.getOrDefault(model.balancer(), new LoadBalancerModel(model.balancer()));
        return new Routing(model, rulesOf(listener), balancer);
    }

    boolean forwardsTo(String group) {
        return listeners.keySet().stream().anyMatch(id -> routing(id).forwardsTo(group));
    }
}
