package io.teal.rehearsal.aws.cloudformation;

import io.teal.rehearsal.aws.autoscaling.FleetModel;
import io.teal.rehearsal.aws.elb.ListenerModel;
import io.teal.rehearsal.aws.elb.RuleModel;
import io.teal.rehearsal.aws.elb.TargetGroupModel;
import io.teal.rehearsal.template.Template;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that matters of one template.
 *
 * @param template where it was read from
 * @param listeners listeners by logical id
 * @param rules rules of listeners by logical id
 * @param groups target groups by logical id
 * @param fleets Auto Scaling groups by logical id
 * @param noPart how many resources of each other type there are
 */
public record StackModel(
        Template template,
        SortedMap<String, ListenerModel> listeners,
        SortedMap<String, RuleModel> rules,
        SortedMap<String, TargetGroupModel> groups,
        SortedMap<String, FleetModel> fleets,
        SortedMap<String, Integer> noPart) {

    /** A stack before its first template: {@code template}'s without its resources. */
    public static StackModel empty(Template template) {
        return new StackModel(
                template.withoutResources(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>());
    }

    /** The modelled resource of that logical id, if it is one; two that are equal need no update. */
    public Optional<Object> resource(String id) {
        return Optional.<Object>ofNullable(listeners.get(id))
                .or(() -> Optional.ofNullable(rules.get(id)))
                .or(() -> Optional.ofNullable(groups.get(id)))
                .or(() -> Optional.ofNullable(fleets.get(id)));
    }

    /** Whether Teal's own resources move its traffic. */
    public boolean movesItsTraffic() {
        return !template.ofType(CustomResourceModel.SHIFT).isEmpty();
    }

    /** The weight each target group has on the listener or rule {@code id}. */
    public Map<String, Integer> weights(String id) {
        if (rules.containsKey(id)) {
            return rules.get(id).action().weights();
        }
        return listeners.containsKey(id) ? listeners.get(id).action().weights() : new TreeMap<>();
    }
}
