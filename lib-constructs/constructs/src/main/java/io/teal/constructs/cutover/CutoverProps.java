package io.teal.constructs.cutover;

import io.teal.constructs.fleet.ColorFleet;
import io.teal.constructs.fleet.FleetOptions;
import io.teal.constructs.traffic.TrafficOptions;
import io.teal.constructs.traffic.TrafficRouter;
import io.teal.release.Color;
import io.teal.release.InvalidValueException;
import io.teal.release.ReleaseRequest;
import io.teal.release.ReleaseSource;
import io.teal.release.plan.Gating;
import io.teal.release.step.Evidence;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awscdk.Duration;

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
 * @param shared the hosts of both colours, if they share them; there are no fleets then
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
        Map<Color, Install> installs,
        Optional<Shared> shared) {
    private static final int SPREAD_SECONDS = 120;
    private static final int NETWORK_SPREAD_SECONDS = 600;

    /** Checks that nothing is missing. */
    public CutoverProps {
        Objects.requireNonNull(serviceName, "serviceName");
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(router, "router");
        Objects.requireNonNull(fleet, "fleet");
        Objects.requireNonNull(traffic, "traffic");
        Objects.requireNonNull(options, "options");
        Objects.requireNonNull(shared, "shared");
        fleets = Map.copyOf(fleets);
        installs = Map.copyOf(installs);
        if (shared.isPresent() && !fleets.isEmpty()) {
            throw new InvalidValueException("colours that share their hosts have no fleets of their own");
        }
        if (traffic.network().isPresent()
                && options.evidence().filter(Evidence.REQUIRED::equals).isPresent()) {
            throw new InvalidValueException(
                    "evidence REQUIRED counts requests, and a Network Load Balancer counts none",
                    "take PROBE or IF_ANY");
        }
    }

    /** How long changed weights take to reach every node of the load balancer. */
    Duration spread() {
        Duration usual = Duration.seconds(traffic.network().isPresent() ? NETWORK_SPREAD_SECONDS : SPREAD_SECONDS);
        return options.spread().orElse(usual);
    }

    /** What a shift asks before it goes on. */
    Gating gating() {
        Evidence usual = traffic.network().isPresent() ? Evidence.IF_ANY : Evidence.REQUIRED;
        return new Gating(
                options.evidence().orElse(usual),
                options.samples(),
                options.hook().isPresent());
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
