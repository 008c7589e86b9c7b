package io.teal.constructs;

import io.teal.constructs.internal.common.L1;
import io.teal.constructs.internal.cutover.CutoverFleets;
import io.teal.constructs.internal.cutover.CutoverProps;
import io.teal.constructs.internal.fleet.HostAccess;
import io.teal.constructs.internal.lastlook.LastLook;
import io.teal.constructs.internal.outputs.ReleaseOutputs;
import io.teal.constructs.internal.traffic.TrafficRouterConstruct;
import io.teal.constructs.internal.traffic.TrafficRouterProps;
import io.teal.release.Color;
import io.teal.release.Release;
import io.teal.release.SchemaStep;
import io.teal.release.Strategy;
import java.util.OptionalInt;
import java.util.function.Function;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.services.autoscaling.AutoScalingGroup;
import software.constructs.Construct;

/** What both services of two colours have in common: what traffic comes through, and what moves it. */
abstract class TwoColorService extends HostedService {
    private final TwoColorProps props;
    private final TrafficRouter router;

    /** A service whose green hosts listen on {@code greenPort}, if not where blue's do. */
    TwoColorService(
            Construct scope,
            String id,
            TwoColorProps props,
            OptionalInt greenPort,
            Function<Construct, HostAccess> access) {
        super(scope, id, access);
        this.props = props;
        this.router = new TrafficRouter(
                this,
                "Traffic",
                new TrafficRouterProps(props.vpc, getRelease(), getSecurityGroup(), props.traffic, greenPort));
    }

    /** The release the template settles on. */
    public Release getRelease() {
        return props.request.release();
    }

    /** Load balancer, target groups and listeners. */
    public TrafficRouter getRouter() {
        return router;
    }

    /** Verifies fleets and moves traffic; if CodeDeploy installs the versions, lets it do so before. */
    public abstract Cutover getCutover();

    /** What moves traffic between {@code fleets}, and the outputs that name it. */
    final Cutover cutover(CutoverFleets fleets) {
        CutoverProps values = new CutoverProps(
                props.serviceName,
                props.request,
                ReleaseContext.source(this, props.serviceName),
                router,
                fleets,
                props.fleet,
                props.traffic,
                props.cutover);
        Cutover cutover = new Cutover(this, "Cutover", values);
        ReleaseOutputs.create(
                this, getRelease(), router, cutover.getStateMachineArn(), color -> takesAll(color, router));
        return cutover;
    }

    /**
     * Whether {@code color} could carry all traffic at once by a command that drops nothing else, and fits the schema.
     */
    private boolean takesAll(Color color, TrafficRouterConstruct router) {
        boolean outdated = props.request.schema() == SchemaStep.CONTRACTED
                && color != getRelease().active();
        boolean fewHosts = emptiable()
                || props.fleet.nights().findAny().isPresent()
                || props.cutover.standbyCapacity().isPresent();
        return !fewHosts && !router.hasLogin() && !outdated;
    }

    /**
     * Whether a fleet may be left without hosts: capacity follows the traffic, and there are two. With one version it
     * keeps the service's minimum.
     */
    final boolean emptiable() {
        Strategy way = props.request.way(props.cutover.strategy());
        return way.sharesCapacity() && getRelease().runsBoth();
    }

    /** A host that boots before the load balancer can reach and check {@code color} cannot become healthy. */
    final void order(AutoScalingGroup hosts, Color color) {
        CfnResource group = L1.of(hosts);
        LastLook look = LastLook.at(this);
        router.getFleetRules().forEach(rule -> look.order(group, rule));
        router.getPorts().forEach(port -> look.order(group, port.previews().get(color)));
    }
}
