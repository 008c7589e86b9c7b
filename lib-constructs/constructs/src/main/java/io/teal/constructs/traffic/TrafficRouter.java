package io.teal.constructs.traffic;

import io.teal.release.Color;
import io.teal.release.Contract;
import io.teal.release.InvalidValueException;
import java.util.List;
import java.util.Optional;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.services.ec2.IPeer;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.elasticloadbalancingv2.ILoadBalancerV2;
import software.amazon.awscdk.services.elasticloadbalancingv2.TargetGroupBase;
import software.constructs.Construct;

/**
 * An Application Load Balancer with a target group for each colour, a production listener that shares traffic between
 * them by weight, and a preview listener for each that always reaches it. Or, with {@link ExistingListener}, a rule on
 * a listener that is there; or, with {@link NetworkOptions}, a Network Load Balancer.
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
    public static final String UNGATED_WEIGHTS = Contract.UNGATED_WEIGHTS;

    private final TrafficOptions options;
    private final IVpc vpc;
    private final Entry entry;
    private final List<CfnResource> fleetRules;

    /** The router that {@code props} describe. */
    public TrafficRouter(Construct scope, String id, TrafficRouterProps props) {
        super(scope, id);
        this.options = props.options();
        this.vpc = props.vpc();
        this.entry = entry(props);
        if (options.existingListener().isEmpty()) {
            Clients.open(entry.connections(), vpc, options);
        }
        options.previewClients().forEach(this::allowPreviewFrom);
        this.fleetRules = FleetRules.create(this, entry.connections(), props);
        if (!props.gated()) {
            warnThatNothingGates();
        }
    }

    private Entry entry(TrafficRouterProps props) {
        if (options.existingListener().isPresent()) {
            return new RuleEntry(this, props, options.existingListener().get());
        }
        return options.network()
                .<Entry>map(network -> new NetworkEntry(this, props, network))
                .orElseGet(() -> new OwnEntry(this, props));
    }

    /** Where the load balancer is. */
    public IVpc getVpc() {
        return vpc;
    }

    /**
     * The load balancer: an {@code ApplicationLoadBalancer} or a {@code NetworkLoadBalancer} of the service's own, or
     * the one the options name.
     */
    public ILoadBalancerV2 getLoadBalancer() {
        return entry.loadBalancer();
    }

    /** ARN of the load balancer. */
    public String getLoadBalancerArn() {
        return entry.loadBalancerArn();
    }

    /** The last part of the load balancer's ARN, {@code app/<name>/<id>}: its name in CloudWatch. */
    public String getLoadBalancerFullName() {
        return entry.loadBalancerFullName();
    }

    /** The target group of {@code color}, an {@code ApplicationTargetGroup} or a {@code NetworkTargetGroup}. */
    public TargetGroupBase getTargetGroup(Color color) {
        return entry.targetGroup(color);
    }

    /** The listener, or the rule of one, that shares production traffic between the colours. */
    public CfnResource getProduction() {
        return entry.production();
    }

    /** The listener, or the rule of one, that always reaches {@code color}. */
    public CfnResource getPreview(Color color) {
        return entry.preview(color);
    }

    /**
     * The rules that let the load balancer reach the fleets; a host's health check cannot pass before they are there.
     */
    public List<CfnResource> getFleetRules() {
        return fleetRules;
    }

    /**
     * What CloudWatch calls the target group of {@code color} at its load balancer, for target tracking by requests;
     * empty for a Network Load Balancer, which counts none.
     */
    public Optional<String> getRequestLabel(Color color) {
        return isNetwork()
                ? Optional.empty()
                : Optional.of(Fn.join(
                        "/",
                        List.of(
                                entry.loadBalancerFullName(),
                                entry.targetGroup(color).getTargetGroupFullName())));
    }

    /** Whether it is a Network Load Balancer, which counts connections and not requests. */
    public boolean isNetwork() {
        return options.network().isPresent();
    }

    /**
     * Lets {@code peer} reach both preview ports, which are otherwise closed.
     *
     * @throws InvalidValueException if a preview header stands in for the ports
     */
    public void allowPreviewFrom(IPeer peer) {
        if (options.previewsByHeader()) {
            throw new InvalidValueException(
                    "there are no preview ports to open: a header on the existing listener asks for a colour");
        }
        for (Color color : Color.values()) {
            entry.connections().allowFrom(peer, Port.tcp(options.previewPort(color)), "Preview of " + color);
        }
    }

    /** Where the service is reached. */
    public String getUrl() {
        return entry.url();
    }

    /**
     * Where {@code color} is reached, whatever the weights; with a preview header the service's own URL, to be asked
     * with that header.
     */
    public String getPreviewUrl(Color color) {
        return entry.previewUrl(color);
    }

    /**
     * Lets the production listener or rule write {@code weight} for {@code color}, instead of what the release says: an
     * attribute of the resource that has moved them.
     */
    public void writeWeight(Color color, Object weight) {
        entry.production()
                .addPropertyOverride(
                        entry.actions() + ".0.ForwardConfig.TargetGroups." + color.ordinal() + ".Weight", weight);
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
