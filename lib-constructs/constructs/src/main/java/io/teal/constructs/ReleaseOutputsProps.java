package io.teal.constructs;

import io.teal.constructs.traffic.TrafficRouter;
import io.teal.release.Release;
import java.util.Objects;

/**
 * What {@link ReleaseOutputs} are made of; made with {@link #builder()}.
 *
 * @param release the release that is shown
 * @param router what its traffic comes through
 */
public record ReleaseOutputsProps(Release release, TrafficRouter router) {
    /** Checks that nothing is missing. */
    public ReleaseOutputsProps {
        Objects.requireNonNull(release, "release");
        Objects.requireNonNull(router, "router");
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
