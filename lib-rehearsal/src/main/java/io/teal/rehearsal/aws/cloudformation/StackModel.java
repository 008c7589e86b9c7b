package io.teal.rehearsal.aws.cloudformation;

import io.teal.rehearsal.aws.autoscaling.FleetModel;
import io.teal.rehearsal.aws.elb.ListenerModel;
import io.teal.rehearsal.aws.elb.RuleModel;
import io.teal.rehearsal.aws.elb.TargetGroupModel;
import io.teal.rehearsal.template.Template;
import io.teal.release.Contract;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is modelled of one template.
 *
 * @param template the template
 * @param listeners listeners by logical id
 * @param rules rules of listeners by logical id
 * @param groups target groups by logical id
 * @param fleets Auto Scaling groups by logical id
 * @param noPart the number of resources that are not modelled, by type
 */
public record StackModel(
        Template template,
        SortedMap<String, ListenerModel> listeners,
        SortedMap<String, RuleModel> rules,
        SortedMap<String, TargetGroupModel> groups,
        SortedMap<String, FleetModel> fleets,
        SortedMap<String, Integer> noPart) {

    /** A stack before its first deployment: {@code template} without its resources. */
    public static StackModel empty(Template template) {
        return new StackModel(
                template.withoutResources(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>());
    }

    /** The model of resource {@code id}, if it has one; equal models need no update. */
    public Optional<Object> resource(String id) {
        return Optional.<Object>ofNullable(listeners.get(id))
                .or(() -> Optional.ofNullable(rules.get(id)))
                .or(() -> Optional.ofNullable(groups.get(id)))
                .or(() -> Optional.ofNullable(fleets.get(id)));
    }

    /** Whether a Shift moves its traffic. */
    public boolean movesItsTraffic() {
        return !template.ofType(Contract.SHIFT).isEmpty();
    }

    /** The weight each target group has on the listener or rule {@code id}. */
    public Map<String, Integer> weights(String id) {
        if (rules.containsKey(id)) {
            return rules.get(id).action().weights();
        }
        return listeners.containsKey(id) ? listeners.get(id).action().weights() : new TreeMap<>();
    }
}
