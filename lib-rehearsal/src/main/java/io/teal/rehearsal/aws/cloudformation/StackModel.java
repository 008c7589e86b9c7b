package io.teal.rehearsal.aws.cloudformation;

import io.teal.rehearsal.Remark;
import io.teal.rehearsal.aws.autoscaling.FleetModel;
import io.teal.rehearsal.aws.elb.ActionModel;
import io.teal.rehearsal.aws.elb.ListenerModel;
import io.teal.rehearsal.aws.elb.LoadBalancerModel;
import io.teal.rehearsal.aws.elb.RuleModel;
import io.teal.rehearsal.aws.elb.TargetGroupModel;
import io.teal.rehearsal.template.Template;
import io.teal.release.Contract;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is modelled of one template.
 *
 * @param template the template
 * @param resources the modelled resources by logical id
 * @param noPart the number of resources that are not modelled, by type
 * @param remarks what its readers have to say of how it is played
 */
public record StackModel(
        Template template,
        SortedMap<String, Object> resources,
        SortedMap<String, Integer> noPart,
        List<Remark> remarks) {
    /** Copies the list. */
    public StackModel {
        remarks = List.copyOf(remarks);
    }

    /** A stack before its first deployment: {@code template} without its resources. */
    public static StackModel empty(Template template) {
        return new StackModel(template.withoutResources(), new TreeMap<>(), new TreeMap<>(), List.of());
    }

    /** Load balancers by logical id. */
    public SortedMap<String, LoadBalancerModel> balancers() {
        return all(LoadBalancerModel.class);
    }

    /** Listeners by logical id. */
    public SortedMap<String, ListenerModel> listeners() {
        return all(ListenerModel.class);
    }

    /** Rules of listeners by logical id. */
    public SortedMap<String, RuleModel> rules() {
        return all(RuleModel.class);
    }

    /** Target groups by logical id. */
    public SortedMap<String, TargetGroupModel> groups() {
        return all(TargetGroupModel.class);
    }

    /** Auto Scaling groups by logical id. */
    public SortedMap<String, FleetModel> fleets() {
        return all(FleetModel.class);
    }

    /** The modelled resources of one type, by logical id. */
    public <T> SortedMap<String, T> all(Class<T> type) {
        SortedMap<String, T> found = new TreeMap<>();
        resources.forEach((id, model) -> {
            if (type.isInstance(model)) {
                found.put(id, type.cast(model));
            }
        });
        return found;
    }

    /** What each listener and each rule does, by logical id. */
    public SortedMap<String, ActionModel> actions() {
        SortedMap<String, ActionModel> actions = new TreeMap<>();
        listeners().forEach((id, listener) -> actions.put(id, listener.action()));
        rules().forEach((id, rule) -> actions.put(id, rule.action()));
        return actions;
    }

    /** Whether a Shift moves its traffic. */
    public boolean movesItsTraffic() {
        return !template.ofType(Contract.SHIFT).isEmpty();
    }

    /** The weights of {@code listener} and of each of its rules, by logical id. */
    public SortedMap<String, Map<String, Integer>> allWeights(String listener) {
        SortedMap<String, Map<String, Integer>> all = new TreeMap<>();
        all.put(listener, weights(listener));
        rules().forEach((id, rule) -> {
            if (rule.listener().equals(listener)) {
                all.put(id, rule.action().weights());
            }
        });
        return all;
    }

    /** The weight each target group has on the listener or rule {@code id}. */
    public Map<String, Integer> weights(String id) {
        return actions().containsKey(id) ? actions().get(id).weights() : Map.of();
    }
}
