package io.teal.constructs.traffic;

import io.teal.release.Color;
import io.teal.release.Release;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.services.ec2.IPeer;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationListener;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationTargetGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.CfnListener;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerAction;
import software.amazon.awscdk.services.elasticloadbalancingv2.WeightedTargetGroup;
import software.constructs.Construct;

/**
 * An Application Load Balancer with a target group for each colour, a production listener that shares traffic between
 * them by weight, and a preview listener for each that always reaches it.
 *
 * <p>All of it stays for ever, whichever colours have a fleet; between two releases only the two weights change. Both
 * are always written, also 0. The preview listeners are what makes the load balancer check a group's health before any
 * production traffic reaches it: a target group that no listener names is never checked.
 *
 * <p><b>What CloudFormation does with the weights:</b> it writes them as soon as the resources that the production
 * listener depends on are there, and looks at nobody's health. In an update that starts a fleet and gives it weight, a
 * load balancer that does not fail over between groups then answers 503 until the first host is healthy. A later update
 * whose weights differ from the last template's writes them over the live ones, and one whose weights do not leaves the
 * live ones as they are. So start and promote in two deploys, and wait for healthy targets in between; a router alone
 * does not, which is what the warning {@value #UNGATED_WEIGHTS} says. A {@code BlueGreenService} does.
 */
public final class TrafficRouter extends Construct {
    /** Id of the warning that nothing verifies health before weights move. */
    public static final String UNGATED_WEIGHTS = "teal:ungatedWeights";

    private final TrafficOptions options;
    private final IVpc vpc;
    private final ApplicationLoadBalancer loadBalancer;
    private final Map<Color, ApplicationTargetGroup> targetGroups = new EnumMap<>(Color.class);
    private final Map<Color, ApplicationListener> previewListeners = new EnumMap<>(Color.class);
    private final ApplicationListener productionListener;
    private final List<CfnResource> fleetRules;

    /** The router that {@code props} describe. */
    public TrafficRouter(Construct scope, String id, TrafficRouterProps props) {
        super(scope, id);
        this.options = props.options();
        this.vpc = props.vpc();
        RouterParts parts = new RouterParts(this, props);
        this.loadBalancer = parts.loadBalancer();
        for (Color color : Color.values()) {
            targetGroups.put(color, parts.targetGroup(color));
            previewListeners.put(color, parts.previewListener(color, loadBalancer, targetGroups.get(color)));
        }
        this.productionListener = parts.productionListener(loadBalancer, settledWeights(props.release()));
        openToClients(props);
        options.previewClients().forEach(this::allowPreviewFrom);
        this.fleetRules = parts.fleetRules(loadBalancer);
        if (!props.gated()) {
            warnThatNothingGates();
        }
    }

    /** Where the load balancer is. */
    public IVpc getVpc() {
        return vpc;
    }

    /** The load balancer. */
    public ApplicationLoadBalancer getLoadBalancer() {
        return loadBalancer;
    }

    /** The target group of {@code color}. */
    public ApplicationTargetGroup getTargetGroup(Color color) {
        return targetGroups.get(color);
    }

    /** The listener that shares production traffic between the colours. */
    public ApplicationListener getProductionListener() {
        return productionListener;
    }

    /** The listener that always reaches {@code color}. */
    public ApplicationListener getPreviewListener(Color color) {
        return previewListeners.get(color);
    }

    /**
     * The rules that let the load balancer reach the fleets; a host's health check cannot pass before they are there.
     */
    public List<CfnResource> getFleetRules() {
        return fleetRules;
    }

    /** Lets {@code peer} reach both preview ports, which are otherwise closed. */
    public void allowPreviewFrom(IPeer peer) {
        for (Color color : Color.values()) {
            previewListeners.get(color).getConnections().allowDefaultPortFrom(peer, "Preview of " + color);
        }
    }

    /** Where the service is reached. */
    public String getUrl() {
        return (options.https() ? "https://" : "http://") + loadBalancer.getLoadBalancerDnsName();
    }

    /** Where {@code color} is reached, whatever the weights. */
    public String getPreviewUrl(Color color) {
        int port = color == Color.BLUE ? options.bluePreviewPort() : options.greenPreviewPort();
        return getUrl() + ":" + port;
    }

    /**
     * Lets the production listener write {@code weight} for {@code color}, instead of what the release says: an
     * attribute of the resource that has moved them.
     */
    public void writeWeight(Color color, Object weight) {
        CfnListener listener = (CfnListener) productionListener.getNode().getDefaultChild();
        listener.addPropertyOverride(
                "DefaultActions.0.ForwardConfig.TargetGroups." + color.ordinal() + ".Weight", weight);
    }

    private ListenerAction settledWeights(Release release) {
        List<WeightedTargetGroup> weights = List.of(weight(Color.BLUE, release), weight(Color.GREEN, release));
        return ListenerAction.weightedForward(weights);
    }

    private WeightedTargetGroup weight(Color color, Release release) {
        return WeightedTargetGroup.builder()
                .targetGroup(targetGroups.get(color))
                .weight(release.weight(color))
                .build();
    }

    private void openToClients(TrafficRouterProps props) {
        List<IPeer> clients = options.clients();
        if (clients.isEmpty()) {
            boolean everybody = options.internetFacing();
            clients = List.of(everybody ? Peer.anyIpv4() : Peer.ipv4(props.vpc().getVpcCidrBlock()));
        }
        for (IPeer client : clients) {
            loadBalancer.getConnections().allowFrom(client, Port.tcp(options.productionPort()), "Clients");
            if (options.https()) {
                loadBalancer
                        .getConnections()
                        .allowFrom(client, Port.tcp(TrafficOptions.HTTP_PORT), "Redirect to HTTPS");
            }
        }
    }

    private void warnThatNothingGates() {
        Annotations.of(this)
                .addWarningV2(
                        UNGATED_WEIGHTS,
                        "nothing verifies a fleet's health before this deploy moves weights: start and promote in two"
                                + " deploys, and between them run"
                                + " 'aws elbv2 wait target-in-service --target-group-arn ...'");
    }

    /** Builds a {@link TrafficRouter}. */
    public static final class Builder extends TrafficRouterSettings<Builder> {
        private final Construct scope;
        private final String id;

        private Builder(Construct scope, String id) {
            this.scope = scope;
            this.id = id;
        }

        /** A builder of the router that will be {@code id} in {@code scope}. */
        public static Builder create(Construct scope, String id) {
            return new Builder(scope, id);
        }

        /**
         * The router.
         *
         * @throws NullPointerException naming the value that is missing
         */
        public TrafficRouter build() {
            return new TrafficRouter(scope, id, props());
        }

        @Override
        Builder self() {
            return this;
        }
    }
}
