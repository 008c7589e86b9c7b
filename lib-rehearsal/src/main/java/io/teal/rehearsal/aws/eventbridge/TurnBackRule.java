package io.teal.rehearsal.aws.eventbridge;

import java.util.List;

/**
 * A rule that ends a group's instance refresh when an alarm goes off.
 *
 * @param id its logical id
 * @param alarms the alarms, by logical id or name
 * @param group name of the Auto Scaling group
 */
public record TurnBackRule(String id, List<String> alarms, String group) {
    /** Copies the list. */
    public TurnBackRule {
        alarms = List.copyOf(alarms);
    }
}
