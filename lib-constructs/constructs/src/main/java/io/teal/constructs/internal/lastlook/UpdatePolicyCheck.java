package io.teal.constructs.internal.lastlook;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import software.amazon.awscdk.CfnResource;

/**
 * How CloudFormation replaces the hosts of a group: by a refresh that launches before it terminates, or not at all.
 *
 * @param group the group
 * @param refreshed whether it replaces them
 */
public record UpdatePolicyCheck(CfnResource group, boolean refreshed) implements TemplateCheck {
    private static final String REFRESH = "AutoScalingInstanceRefresh";
    private static final String SCHEDULED = "AutoScalingScheduledAction";
    private static final int ALL = 100;

    @Override
    public Stream<Violation> violations(RenderedTemplate template) {
        Object policy = Json.at(template.resource(group), "UpdatePolicy");
        return wrong(policy)
                .map(what -> new Violation(
                        template.where(group),
                        "UpdatePolicy " + what,
                        "leave the policy as Teal has written it; a rollback reads it from the template it returns to"))
                .stream();
    }

    private Optional<String> wrong(Object policy) {
        Set<String> expected = refreshed ? Set.of(REFRESH, SCHEDULED) : Set.of(SCHEDULED);
        Map<String, Object> written = Json.map(policy);
        if (!written.keySet().equals(expected)) {
            return Optional.of("has " + new TreeSet<>(written.keySet()) + " and not " + new TreeSet<>(expected)
                    + ", and so hosts are replaced in another way than Teal counts on");
        }
        if (!isTrue(Json.at(policy, SCHEDULED, "IgnoreUnmodifiedGroupSizeProperties"))) {
            return Optional.of("lets each deploy undo what a schedule has set");
        }
        return refreshed ? refresh(Json.at(policy, REFRESH)) : Optional.empty();
    }

    private static Optional<String> refresh(Object refresh) {
        int least = percent(Json.at(refresh, "Preferences", "MinHealthyPercentage"));
        int most = percent(Json.at(refresh, "Preferences", "MaxHealthyPercentage"));
        boolean rolling = "Rolling".equals(Json.at(refresh, "Strategy"));
        if (Json.map(Json.at(refresh, "Preferences")).containsKey("AlarmSpecification")) {
            return Optional.of("has AlarmSpecification, and Auto Scaling does not start the way back while one of its"
                    + " alarms is in ALARM; RollingOptions.alarms turns a release back without it");
        }
        return rolling && least >= ALL && most > least
                ? Optional.empty()
                : Optional.of("does not launch a host before it terminates one");
    }

    private static boolean isTrue(Object value) {
        return "true".equals(Objects.toString(value));
    }

    private static int percent(Object value) {
        return value instanceof Number number ? number.intValue() : 0;
    }
}
