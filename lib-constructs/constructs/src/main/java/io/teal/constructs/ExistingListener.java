package io.teal.constructs;

import io.teal.constructs.internal.traffic.ExistingListenerSettings;
import io.teal.constructs.internal.traffic.PreviewHeader;
import io.teal.release.InvalidValueException;
import java.util.List;
import java.util.Optional;
import software.amazon.awscdk.SecretValue;
import software.amazon.awscdk.services.elasticloadbalancingv2.IApplicationListener;
import software.amazon.awscdk.services.elasticloadbalancingv2.IApplicationLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerCondition;

/** A listener that exists already, and which of its requests are the service's; made with {@link #builder()}. */
public final class ExistingListener {
    final ExistingListenerSettings settings;

    private ExistingListener(ExistingListenerSettings settings) {
        this.settings = settings;
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
         * The listener, of this app or by {@code ApplicationListener.fromApplicationListenerAttributes}. If it is
         * changed later, the new rule is created before the old one is deleted. Required.
         */
        public Builder listener(IApplicationListener existing) {
            this.listener = existing;
            return this;
        }

        /**
         * The listener's load balancer, of this app or by
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
         * same requests; a preview header also takes the two priorities before it. Required.
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
         * A header by which a request selects one colour, whatever the weights: {@code <name>: blue} and {@code <name>:
         * green}. Anyone who can send the service a request can send this header too; see the form with a secret.
         *
         * <p>Default: two preview listeners of the load balancer, on {@link TrafficOptions.Builder#previewPorts}.
         */
        public Builder previewHeader(String name) {
            this.preview = Optional.of(new PreviewHeader(name, Optional.empty()));
            return this;
        }

        /**
         * The same with a secret: {@code <name>: blue-<secret>}. Letters, digits and hyphens, 120 at most: {@code *}
         * and {@code ?} would match anything. Anyone who may describe rules can read it there.
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
            return new ExistingListener(
                    new ExistingListenerSettings(listener, loadBalancer, conditions, priority, url, preview));
        }
    }
}
