package io.teal.constructs.internal.cutover;

import io.teal.constructs.internal.common.WholeSeconds;
import io.teal.constructs.internal.fleet.FleetSettings;
import io.teal.constructs.internal.traffic.TrafficRouterConstruct;
import io.teal.constructs.internal.traffic.TrafficSettings;
import io.teal.release.InvalidValueException;
import io.teal.release.ReleaseRequest;
import io.teal.release.ReleaseSource;
import io.teal.release.Strategy;
import io.teal.release.plan.Gating;
import io.teal.release.step.Evidence;
import software.amazon.awscdk.Duration;

/**
 * What a {@link CutoverConstruct} is made of.
 *
 * @param serviceName the service
 * @param request the release, and what it overrides
 * @param source where the release is written, for messages
 * @param router what production traffic comes through
 * @param fleets the hosts
 * @param fleet what the fleets have in common
 * @param traffic how the service is reached
 * @param options how traffic moves
 */
public record CutoverProps(
        String serviceName,
        ReleaseRequest request,
        ReleaseSource source,
        TrafficRouterConstruct router,
        CutoverFleets fleets,
        FleetSettings fleet,
        TrafficSettings traffic,
        CutoverSettings options) {
    private static final int SPREAD_SECONDS = 120;
    private static final int NETWORK_SPREAD_SECONDS = 600;

    /** Checks that the load balancer can count the evidence. */
    public CutoverProps {
        if (traffic.network().isPresent()
                && options.evidence().filter(Evidence.REQUIRED::equals).isPresent()) {
            throw new InvalidValueException(
                    "evidence REQUIRED counts requests, and a Network Load Balancer counts none",
                    "use PROBE or IF_ANY");
        }
        Strategy way = request.way(options.strategy());
        CapacityChecks.require(way, request.release(), fleets);
        options.standbyCapacity().ifPresent(hosts -> CapacityChecks.requireStandby(hosts, way, fleet, fleets));
        traffic.application()
                .sticky()
                .ifPresent(sticky -> StickyChecks.require(sticky, options, way, request.release()));
    }

    /** How long changed weights take to reach every node of the load balancer. */
    Duration spread() {
        Duration usual = Duration.seconds(traffic.network().isPresent() ? NETWORK_SPREAD_SECONDS : SPREAD_SECONDS);
        return options.spread().orElse(usual);
    }

    /** How this deploy moves weights. */
    Strategy way() {
        return request.way(options.strategy());
    }

    /** What a shift checks before it goes on. */
    Gating gating() {
        Evidence usual = traffic.network().isPresent() ? Evidence.IF_ANY : Evidence.REQUIRED;
        return new Gating(
                options.evidence().orElse(usual),
                options.samples(),
                options.hooks().keySet(),
                options.approval().map(WholeSeconds::of));
    }
}
