package io.teal.constructs.cutover;

import io.teal.constructs.fleet.ColorFleet;
import io.teal.constructs.fleet.FleetOptions;
import io.teal.constructs.traffic.TrafficOptions;
import io.teal.constructs.traffic.TrafficRouter;
import io.teal.release.Color;
import io.teal.release.ReleaseRequest;
import io.teal.release.ReleaseSource;
import java.util.Map;

/**
 * The settings of a {@link Cutover}, for its own builder and its props'.
 *
 * @param <B> the builder itself, that its setters return
 */
public abstract class CutoverSettings<B extends CutoverSettings<B>> {
    private String serviceName;
    private ReleaseRequest request;
    private ReleaseSource source = new ReleaseSource("", "");
    private TrafficRouter router;
    private Map<Color, ColorFleet> fleets = Map.of();
    private FleetOptions fleet = FleetOptions.builder().build();
    private TrafficOptions traffic = TrafficOptions.builder().build();
    private CutoverOptions options = CutoverOptions.builder().build();
    private Map<Color, Install> installs = Map.of();

    CutoverSettings() {}

    /** The service. Required. */
    public B serviceName(String name) {
        this.serviceName = name;
        return self();
    }

    /** The release, and what it overrides. Required. */
    public B request(ReleaseRequest asked) {
        this.request = asked;
        return self();
    }

    /** Where the words of the release stand, so that a refusal can say what to write there. Default: bare names. */
    public B source(ReleaseSource place) {
        this.source = place;
        return self();
    }

    /** What production traffic comes through. Required. */
    public B router(TrafficRouter balancer) {
        this.router = balancer;
        return self();
    }

    /** The fleets of the colours that have one. Default: none. */
    public B fleets(Map<Color, ColorFleet> byColor) {
        this.fleets = byColor;
        return self();
    }

    /** What the fleets have in common. Default: {@link FleetOptions#builder()}'s. */
    public B fleet(FleetOptions fleetOptions) {
        this.fleet = fleetOptions;
        return self();
    }

    /** How the service is reached. Default: {@link TrafficOptions#builder()}'s. */
    public B traffic(TrafficOptions trafficOptions) {
        this.traffic = trafficOptions;
        return self();
    }

    /** How traffic moves. Default: {@link CutoverOptions#builder()}'s. */
    public B options(CutoverOptions cutoverOptions) {
        this.options = cutoverOptions;
        return self();
    }

    /** How CodeDeploy installs the versions, for each colour that has a fleet. Default: it does not. */
    public B installs(Map<Color, Install> byColor) {
        this.installs = byColor;
        return self();
    }

    abstract B self();

    final CutoverProps props() {
        return new CutoverProps(serviceName, request, source, router, fleets, fleet, traffic, options, installs);
    }
}
