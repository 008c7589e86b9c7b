package io.teal.rehearsal.aws.autoscaling;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is done with each host of a group that is launched.
 *
 * @param securityGroups the logical ids of its security groups, or what else names them
 * @param holds the group's own lifecycle hooks
 * @param creation which signals a new group waits for; empty for none
 */
public record LaunchRules(Set<String> securityGroups, List<LaunchHold> holds, Optional<SignalWait> creation) {
    /** Nothing. */
    public static final LaunchRules NONE = new LaunchRules(Set.of(), List.of(), Optional.empty());

    /** Copies the collections. */
    public LaunchRules {
        securityGroups = Set.copyOf(securityGroups);
        holds = List.copyOf(holds);
    }
}
