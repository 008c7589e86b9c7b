package io.teal.constructs;

import io.teal.constructs.traffic.TrafficRouter;
import io.teal.release.Release;
import java.util.Objects;
import java.util.Optional;

/**
 * What {@link ReleaseOutputs} are made of; made with {@link #builder()}.
 *
 * @param release the release that is shown
 * @param router what its traffic comes through
 * @param stateMachine ARN of what drives its releases, if anything does
 */
public record ReleaseOutputsProps(Release release, TrafficRouter router, Optional<String> stateMachine) {
    /** Checks that nothing is missing. */
    public ReleaseOutputsProps {
        Objects.requireNonNull(release, "release");
        Objects.requireNonNull(router, "router");
        Objects.requireNonNull(stateMachine, "stateMachine");
    }

    /** Props without values yet. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link ReleaseOutputsProps}. */
    public static final class Builder extends ReleaseOutputsSettings<Builder> {
        private Builder() {}

        /**
         * The props.
         *
         * @throws NullPointerException naming the value that is missing
         */
        public ReleaseOutputsProps build() {
            return props();
        }

        @Override
        Builder self() {
            return this;
        }
    }
}
