package io.teal.constructs.internal.traffic;

import io.teal.release.InvalidValueException;
import java.util.List;
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
        int first = preview.isPresent() ? 1 + PreviewHeader.RULES : 1;
        if (priority < first || priority > LAST_PRIORITY) {
            String range = "priority must be from " + first + " to " + LAST_PRIORITY + ", got " + priority;
            throw preview.isPresent()
                    ? new InvalidValueException(range, "the two before it are for the preview header")
                    : new InvalidValueException(range);
        }
        InvalidValueException.require(
                Token.isUnresolved(url) || url.matches("https?://[^/]+"),
                "url must be http:// or https:// and a host, without a path, got '" + url + "'");
    }
}
