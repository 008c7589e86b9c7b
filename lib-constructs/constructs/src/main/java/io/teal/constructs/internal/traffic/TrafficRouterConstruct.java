package io.teal.constructs.internal.traffic;

import io.teal.release.Color;
import io.teal.release.InvalidValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.services.ec2.IPeer;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.ILoadBalancerV2;
import software.amazon.awscdk.services.elasticloadbalancingv2.TargetGroupBase;
import software.constructs.Construct;

/**
 * An Application Load Balancer with a target group for each colour, a production listener that shares traffic between
 * them by weight, and a preview listener for each that always reaches it. Or, with {@link ExistingListenerSettings}, a
 * rule on an existing listener; or, with {@link NetworkSettings}, a Network Load Balancer.
 *
 * <p>All of it always exists, whichever colours have a fleet; releases change the two weights only. Both are always
 * written, also 0. The preview listeners are what makes the load balancer check a group's health before any production
 * traffic reaches it: a target group that no listener names is never checked.
 *
 * <p><b>What CloudFormation does with the weights:</b> it writes them as soon as the resources that the production
 * listener depends on exist, and checks no health. So they are attributes of Shift, see {@link #writeWeight}: the
 * listener waits for it, and gets what is live already.
 */
public class TrafficRouterConstruct extends Construct {
    private final TrafficSettings options;
    private final IVpc vpc;
    private final Ingress<?> ingress;
    private final List<CfnResource> fleetRules;
    private final List<ServicePort> ports = new ArrayList<>();

    /** The router that {@code props} describe. */
    public TrafficRouterConstruct(Construct scope, String id, TrafficRouterProps props) {
        super(scope, id);
        this.options = props.options();
        this.vpc = props.vpc();
        this.ingress = ingress(props);
        if (options.existingListener().isEmpty()) {
            ClientRules.open(ingress.connections(), vpc, options);
        }
        options.previewClients().forEach(this::allowPreviewFrom);
        ingress.targetGroups().forEach((color, targets) -> FleetRules.checkHealthCheck(targets, props.port(color)));
        this.fleetRules = FleetRules.create(
                this,
                ingress.connections(),
                props.fleetSecurityGroup(),
                props.options().applicationPort(),
                props.greenPort());
        ports.add(ServicePort.of("", options, ingress));
        options.ports().forEach((name, port) -> add(name, props.with(port), props));
    }

    /** One more port, in a scope of its own. */
    private void add(String name, TrafficRouterProps port, TrafficRouterProps own) {
        InvalidValueException.require(
                own.greenPort().isEmpty(),
                "alsoPort needs a fleet for each colour, and here both run on the same hosts",
                "use BlueGreenService, or make port " + name + " a service");
        Construct scope = new Construct(this, "Port-" + name);
        PortIngress more = new PortIngress(scope, (ApplicationLoadBalancer) ingress.loadBalancer(), port);
        ClientRules.open(ingress.connections(), vpc, port.options().within(options.internetFacing()));
        port.options().previewClients().forEach(peer -> allow(peer, port.options()));
        more.targetGroups()
                .forEach((color, targets) ->
                        FleetRules.checkHealthCheck(targets, port.options().applicationPort()));
        fleetRules.addAll(more.fleetRules(own, hostPorts()));
        ports.add(ServicePort.of(name, port.options(), more));
    }

    private List<Integer> hostPorts() {
        return ports.stream().map(port -> port.options().applicationPort()).toList();
    }

    private Ingress<?> ingress(TrafficRouterProps props) {
        if (options.existingListener().isPresent()) {
            return new RuleIngress(this, props, options.existingListener().get());
        }
        return options.network()
                .<Ingress<?>>map(network -> new NetworkIngress(this, props, network))
                .orElseGet(() -> new ApplicationIngress(this, props));
    }

    /** Where the load balancer is. */
    public final IVpc getVpc() {
        return vpc;
    }

    /**
     * The load balancer: an {@code ApplicationLoadBalancer} or a {@code NetworkLoadBalancer} of the service's own, or
     * the one the options name.
     */
    public final ILoadBalancerV2 getLoadBalancer() {
        return ingress.loadBalancer();
    }

    /** ARN of the load balancer. */
    public final String getLoadBalancerArn() {
        return ingress.loadBalancerArn();
    }

    /** The last part of the load balancer's ARN, {@code app/<name>/<id>}: its name in CloudWatch. */
    public final String getLoadBalancerFullName() {
        return ingress.loadBalancerFullName();
    }

    /** The target group of {@code color}, an {@code ApplicationTargetGroup} or a {@code NetworkTargetGroup}. */
    public final TargetGroupBase getTargetGroup(Color color) {
        return ingress.targetGroups().get(color);
    }

    /** The target group of {@code color} of the port {@code name}, as {@code alsoPort} has called it. */
    public final TargetGroupBase getTargetGroup(String name, Color color) {
        return ports.stream()
                .filter(port -> !name.isEmpty() && port.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidValueException(
                        "the service has no port '" + name + "'",
                        "name one of " + options.ports().keySet()))
                .targetGroups()
                .get(color);
    }

    /** ARNs of the target groups of {@code color}, that of the service's own port first. */
    public final List<String> getTargetGroupArns(Color color) {
        return ports.stream().map(port -> port.targetGroupArn(color)).toList();
    }

    /** Every port, the service's own first. */
    public final List<ServicePort> getPorts() {
        return List.copyOf(ports);
    }

    /** The listener, or the rule of one, that shares production traffic between the colours. */
    public final CfnResource getProduction() {
        return ingress.production();
    }

    /** Where in {@link #getProduction()} its actions are. */
    public final String getProductionActions() {
        return ingress.actions();
    }

    /** The rules by which chosen requests go to a candidate, while one rests; one for each port that has them. */
    public final List<CfnResource> getCandidateRules() {
        return ports.stream().flatMap(port -> port.candidate().stream()).toList();
    }

    /** The listener, or the rule of one, that always reaches {@code color}. */
    public final CfnResource getPreview(Color color) {
        return ingress.preview(color);
    }

    /**
     * The rules that let the load balancer reach the fleets; a host's health check cannot pass before they are there.
     */
    public final List<CfnResource> getFleetRules() {
        return fleetRules;
    }

    /**
     * CloudWatch's label of the target group of {@code color} at its load balancer, for target tracking by requests;
     * empty for a Network Load Balancer, which counts none.
     */
    public final Optional<String> getRequestLabel(Color color) {
        return isNetwork()
                ? Optional.empty()
                : Optional.of(Fn.join(
                        "/",
                        List.of(
                                ingress.loadBalancerFullName(),
                                ingress.targetGroups().get(color).getTargetGroupFullName())));
    }

    /** Whether it is a Network Load Balancer, which counts connections and not requests. */
    public final boolean isNetwork() {
        return options.network().isPresent();
    }

    /**
     * Lets {@code peer} reach both preview ports, which are otherwise closed.
     *
     * @throws InvalidValueException if a preview header replaces the ports
     */
    public final void allowPreviewFrom(IPeer peer) {
        InvalidValueException.require(
                !options.previewsByHeader(),
                "there are no preview ports to open: a header selects the colour on the existing listener");
        allow(peer, options);
    }

    private void allow(IPeer peer, TrafficSettings port) {
        for (Color color : Color.values()) {
            ingress.connections().allowFrom(peer, Port.tcp(port.previewPort(color)), "Preview of " + color);
        }
    }

    /** Whether clients log in at the load balancer. */
    public final boolean hasLogin() {
        return options.all().stream()
                .anyMatch(port -> port.application().login().isPresent());
    }

    /** For how many seconds a client stays with its colour; empty if each request goes by the weights. */
    public final Optional<Long> stickyFor() {
        return options.application()
                .sticky()
                .map(sticky -> sticky.duration().toSeconds().longValue());
    }

    /** Where the service is reached. */
    public final String getUrl() {
        return ingress.url();
    }

    /**
     * Where {@code color} is reached, whatever the weights; with a preview header the service's own URL, for requests
     * with that header.
     */
    public final String getPreviewUrl(Color color) {
        return ingress.previewUrl(color);
    }

    /**
     * Lets the production listener or rule of every port write {@code weight} for {@code color}, instead of what the
     * release says: an attribute of the resource that has moved them.
     */
    public final void writeWeight(Color color, Object weight) {
        ports.forEach(port -> port.writeWeight(color, weight));
    }
}
