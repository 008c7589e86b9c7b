package io.teal.constructs.traffic;

import io.teal.release.InvalidValueException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awscdk.SecretValue;
import software.amazon.awscdk.Token;
import software.amazon.awscdk.services.elasticloadbalancingv2.IApplicationListener;
import software.amazon.awscdk.services.elasticloadbalancingv2.IApplicationLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerCondition;

/**
 * A listener that is there already, and the requests on it that are the service's; made with {@link #builder()}.
 *
 * @param listener the listener
 * @param loadBalancer whose listener it is
 * @param conditions which requests are the service's
 * @param priority of the rule that shares them between the colours
 * @param url where the service is reached
 * @param preview the header that asks for one colour; empty for preview ports
 */
public record ExistingListener(
        IApplicationListener listener,
        IApplicationLoadBalancer loadBalancer,
        List<ListenerCondition> conditions,
        int priority,
        String url,
        Optional<PreviewHeader> preview) {
    private static final int LAST_PRIORITY = 50_000;

    /** Checks that nothing is missing, and the ranges. */
    public ExistingListener {
        Objects.requireNonNull(listener, "listener");
        Objects.requireNonNull(loadBalancer, "loadBalancer");
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(preview, "preview");
        conditions = List.copyOf(conditions);
        if (conditions.isEmpty()) {
            throw new InvalidValueException(
                    "conditions must say which requests are the service's",
                    "without one the rule would take every" + " request of the listener");
        }
        int first = preview.isPresent() ? 1 + PreviewHeader.RULES : 1;
        if (priority < first || priority > LAST_PRIORITY) {
            String range = "priority must be from " + first + " to " + LAST_PRIORITY + ", got " + priority;
            throw preview.isPresent()
                    ? new InvalidValueException(range, "the two before it are for the preview header")
                    : new InvalidValueException(range);
        }
        if (!Token.isUnresolved(url) && !url.matches("https?://[^/]+")) {
            throw new InvalidValueException(
                    "url must be http:// or https:// and a host, without a path, got '" + url + "'");
        }
    }

    /** Options without a preview header. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link ExistingListener}. */
    public static final class Builder {
        private IApplicationListener listener;
        private IApplicationLoadBalancer loadBalancer;
        private List<ListenerCondition> conditions = List.of();
        private int priority;
        private String url;
        private Optional<PreviewHeader> preview = Optional.empty();

        private Builder() {}

        /**
         * The listener, of this app or by {@code ApplicationListener.fromApplicationListenerAttributes}. Another one
         * later makes a new rule there before the old one goes. Required.
         */
        public Builder listener(IApplicationListener existing) {
            this.listener = existing;
            return this;
        }

        /**
         * The load balancer whose listener it is, of this app or by
         * {@code ApplicationLoadBalancer.fromApplicationLoadBalancerAttributes}, with its DNS name unless there is a
         * preview header. Its security group gets a rule that lets it reach the fleets. Never another one for a live
         * service: a target group belongs to one load balancer. Required.
         */
        public Builder loadBalancer(IApplicationLoadBalancer existing) {
            this.loadBalancer = existing;
            return this;
        }

        /**
         * Which requests are the service's: hosts, paths. AWS allows five values in one rule, and the preview header is
         * one of them. Required.
         */
        public Builder conditions(ListenerCondition... which) {
            this.conditions = List.of(which);
            return this;
        }

        /**
         * Priority of the rule, 1 to 50000, free on this listener, and lower than that of a rule that would take the
         * same requests; a preview header takes the two before it as well. Required.
         */
        public Builder priority(int number) {
            this.priority = number;
            return this;
        }

        /** Where the service is reached, {@code https://orders.example.com}; for outputs and hooks. Required. */
        public Builder url(String address) {
            this.url = address;
            return this;
        }

        /**
         * A header by which a request asks for one colour, whatever the weights: {@code <name>: blue} and
         * {@code <name>: green}. Whoever can send the service a request can send this header too; see the other form.
         *
         * <p>Default: two preview listeners of the load balancer, on {@link TrafficOptionsBuilder#previewPorts}.
         */
        public Builder previewHeader(String name) {
            this.preview = Optional.of(new PreviewHeader(name, Optional.empty()));
            return this;
        }

        /**
         * The same with a secret: {@code <name>: blue-<secret>}. Letters, digits and hyphens, 120 at most: {@code *}
         * and {@code ?} would match anything. It stands in the rule, for whoever may describe rules.
         *
         * <p>Default: no secret.
         */
        public Builder previewHeader(String name, SecretValue secret) {
            this.preview = Optional.of(new PreviewHeader(name, Optional.of(secret)));
            return this;
        }

        /**
         * The listener.
         *
         * @throws NullPointerException naming the value that is missing
         * @throws InvalidValueException if a value is out of its range
         */
        public ExistingListener build() {
            return new ExistingListener(listener, loadBalancer, conditions, priority, url, preview);
        }
    }
}
