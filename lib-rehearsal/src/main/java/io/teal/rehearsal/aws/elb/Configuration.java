package io.teal.rehearsal.aws.elb;

import io.teal.rehearsal.http.HttpHead;
import io.teal.rehearsal.http.RequestedUrl;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Load balancers, listeners and rules as configured, which is what the API describes. */
final class Configuration {
    private final Map<String, ListenerModel> listeners = new ConcurrentSkipListMap<>();
    private final Map<String, LoadBalancerModel> balancers = new ConcurrentSkipListMap<>();
    private final Map<String, RuleModel> rules = new ConcurrentSkipListMap<>();

    /** By target group, since the last change: every probe asks. */
    private final Map<String, List<LoadBalancerModel>> balancersTo = new ConcurrentHashMap<>();

    /**
     * Adds or updates a listener; returns whether it is new.
     *
     * @throws InUseException if another listener of its load balancer has its port
     */
    boolean put(ListenerModel model) {
        boolean taken = listeners.values().stream()
                .anyMatch(other -> !other.id().equals(model.id())
                        && !model.balancer().isEmpty()
                        && other.balancer().equals(model.balancer())
                        && other.port() == model.port());
        refuse(taken, "A listener already exists on port " + model.port() + " of this load balancer");
        boolean isNew = listeners.put(model.id(), model) == null;
        balancersTo.clear();
        return isNew;
    }

    void put(LoadBalancerModel model) {
        balancers.put(model.id(), model);
        balancersTo.clear();
    }

    /**
     * Adds or updates a rule.
     *
     * @throws InUseException if another rule of its listener has its priority
     */
    void put(RuleModel model) {
        boolean taken = rules.values().stream()
                .anyMatch(other -> !other.id().equals(model.id())
                        && other.listener().equals(model.listener())
                        && other.priority() == model.priority());
        refuse(taken, "Priority '" + model.priority() + "' is currently in use");
        rules.put(model.id(), model);
        balancersTo.clear();
    }

    private static void refuse(boolean taken, String why) {
        if (taken) {
            throw new InUseException(why);
        }
    }

    void removeListener(String id) {
        listeners.remove(id);
        balancersTo.clear();
    }

    /** Removes a rule, if there is one; returns it. */
    Optional<RuleModel> removeRule(String id) {
        Optional<RuleModel> removed = Optional.ofNullable(rules.remove(id));
        balancersTo.clear();
        return removed;
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

    /** The weights with which a request of {@code path}, maybe with its host, to {@code listener} is forwarded. */
    Map<String, Integer> weights(String listener, String path) {
        RequestedUrl url = RequestedUrl.of(path, "127.0.0.1");
        HttpHead request = HttpHead.of("GET " + url.path() + " HTTP/1.1", "Host", url.host());
        return listener(listener).isEmpty()
                ? Map.of()
                : routing(listener).action(request).weights();
    }

    Routing routing(String listener) {
        ListenerModel model = listeners.get(listener);
        LoadBalancerModel balancer = balancers.getOrDefault(model.balancer(), new LoadBalancerModel(model.balancer()));
        return new Routing(model, rulesOf(listener), balancer);
    }

    /** The load balancers with a listener that forwards to {@code group}. */
    List<LoadBalancerModel> balancersTo(String group) {
        return balancersTo.computeIfAbsent(
                group,
                id -> listeners.keySet().stream()
                        .map(this::routing)
                        .filter(routing -> routing.forwardsTo(id))
                        .map(Routing::balancer)
                        .distinct()
                        .toList());
    }

    boolean forwardsTo(String group) {
        return listeners.keySet().stream().anyMatch(id -> routing(id).forwardsTo(group));
    }
}
