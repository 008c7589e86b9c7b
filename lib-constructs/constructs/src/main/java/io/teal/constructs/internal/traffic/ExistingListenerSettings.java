package io.teal.constructs.internal.traffic;

import io.teal.release.InvalidValueException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awscdk.Token;
import software.amazon.awscdk.services.elasticloadbalancingv2.IApplicationListener;
import software.amazon.awscdk.services.elasticloadbalancingv2.IApplicationLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerCondition;

/** The checked values of an {@code ExistingListener}, whose builder documents each. */
public record ExistingListenerSettings(
        IApplicationListener listener,
        IApplicationLoadBalancer loadBalancer,
        List<ListenerCondition> conditions,
        int priority,
        String url,
        Optional<PreviewHeader> preview) {
    private static final int LAST_PRIORITY = 50_000;
    private static final int MOST_VALUES = 5;

    /** Checks that nothing is missing, and the ranges. */
    public ExistingListenerSettings {
        Objects.requireNonNull(listener, "listener");
        Objects.requireNonNull(loadBalancer, "loadBalancer");
        Objects.requireNonNull(url, "url");
        conditions = List.copyOf(conditions);
        InvalidValueException.require(
                !conditions.isEmpty(),
                "conditions must say which requests are the service's",
                "without one the rule would take every request of the listener");
        requireFewValues(conditions, preview.isPresent());
        requireRoomForPreview(priority, preview.isPresent());
        InvalidValueException.require(
                Token.isUnresolved(url) || url.matches("https?://[^/]+"),
                "url must be http:// or https:// and a host, without a path, got '" + url + "'");
    }

    private static void requireRoomForPreview(int priority, boolean header) {
        int first = header ? 1 + PreviewHeader.RULES : 1;
        if (priority < first || priority > LAST_PRIORITY) {
            String range = "priority must be from " + first + " to " + LAST_PRIORITY + ", got " + priority;
            throw header
                    ? new InvalidValueException(range, "the two before it are for the preview header")
                    : new InvalidValueException(range);
        }
    }

    private static void requireFewValues(List<ListenerCondition> conditions, boolean header) {
        int values =
                conditions.stream().mapToInt(ExistingListenerSettings::values).sum() + (header ? 1 : 0);
        InvalidValueException.require(
                values <= MOST_VALUES,
                "conditions have " + values + " values" + (header ? " with the preview header's" : "")
                        + ", and a rule takes " + MOST_VALUES,
                "use a wildcard, or a host name of the service's own");
    }

    /** The rule of chosen users has the service's conditions and their own, and comes when a candidate first rests. */
    void requireRoomFor(CandidateSettings chosen) {
        int values =
                conditions.stream().mapToInt(ExistingListenerSettings::values).sum()
                        + chosen.values().size();
        InvalidValueException.require(
                values <= MOST_VALUES,
                "conditions have " + values + " values with those of the chosen users, and a rule takes " + MOST_VALUES,
                "choose users by fewer values, or use a wildcard");
    }

    /** Each kind of condition has its list under a name of its own. */
    private static int values(ListenerCondition condition) {
        return ((Map<?, ?>) condition.renderRawCondition())
                .values().stream()
                        .map(config -> config instanceof Map<?, ?> map ? map.get("values") : null)
                        .mapToInt(list -> list instanceof List<?> values ? values.size() : 0)
                        .sum();
    }
}
