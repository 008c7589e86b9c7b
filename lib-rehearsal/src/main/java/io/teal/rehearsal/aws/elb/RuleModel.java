package io.teal.rehearsal.aws.elb;

import java.util.List;

/**
 * A rule of a listener.
 *
 * @param id its logical id
 * @param listener the logical id of its listener
 * @param priority 1 to 50,000; the lowest that matches applies
 * @param conditions all must match
 * @param action its action
 */
public record RuleModel(String id, String listener, int priority, List<ConditionModel> conditions, ActionModel action) {
    /** Copies the list. */
    public RuleModel {
        conditions = List.copyOf(conditions);
    }

    /** The same rule with another action. */
    public RuleModel with(ActionModel other) {
        return new RuleModel(id, listener, priority, conditions, other);
    }
}
