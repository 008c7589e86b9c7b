package io.teal.constructs.cutover;

import io.teal.constructs.fleet.ColorFleet;
import io.teal.constructs.fleet.FleetOptions;
import io.teal.constructs.traffic.TrafficOptions;
import io.teal.constructs.traffic.TrafficRouter;
import io.teal.release.Color;
import io.teal.release.ReleaseRequest;
import io.teal.release.ReleaseSource;
import java.util.Map;
import java.util.Objects;

/**
 * What a {@link Cutover} is made of; made with {@link #builder()}.
 *
 * @param serviceName the service
 * @param request the release, and what it overrides
 * @param source where the words of the release stand, for messages
 * @param router what production traffic comes through
 * @param fleets the fleets of the colours that have one
 * @param fleet what the fleets have in common
 * @param traffic how the service is reached
 * @param options how traffic moves
 * @param installs how CodeDeploy installs the versions, for each colour that has a fleet; empty if it does not
 */
public record CutoverProps(
        String serviceName,
        ReleaseRequest request,
        ReleaseSource source,
        TrafficRouter router,
        Map<Color, ColorFleet> fleets,
        FleetOptions fleet,
        TrafficOptions traffic,
        CutoverOptions options,
        Map<Color, Install> installs) {
    /** Checks that nothing is missing. */
    public CutoverProps {
        Objects.requireNonNull(serviceName, "serviceName");
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(router, "router");
        Objects.requireNonNull(fleet, "fleet");
        Objects.requireNonNull(traffic, "traffic");
        Objects.requireNonNull(options, "options");
        fleets = Map.copyOf(fleets);
        installs = Map.copyOf(installs);
    }

    /** Props with the default options. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link CutoverProps}. */
    public static final class Builder extends CutoverSettings<Builder> {
        private Builder() {}

        /**
         * The props.
         *
         * @throws NullPointerException naming the value that is missing
         */
        public CutoverProps build() {
            return props();
        }

        @Override
        Builder self() {
            return this;
        }
    }
}
