package io.teal.release.guard;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Whether an alarm after a release returns traffic to the standby; pure. */
public final class ReleaseGuard {
    private static final ReleaseGuard ALL_RULES = new ReleaseGuard(EnumSet.allOf(GuardRule.class));

    private final Set<GuardRule> rules;

    /** For the mutation tests: the guard with only these rules. */
    ReleaseGuard(Set<GuardRule> rules) {
        this.rules = Collections.unmodifiableSet(rules);
    }

    /** Why {@code sight} does not return traffic, one line; empty if traffic is to return. */
    public static Optional<String> refusal(GuardSight sight) {
        return ALL_RULES.against(sight);
    }

    Optional<String> against(GuardSight sight) {
        return rules.stream()
                .sorted()
                .map(rule -> rule.against(sight))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
