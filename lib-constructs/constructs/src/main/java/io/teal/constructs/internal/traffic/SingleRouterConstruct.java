package io.teal.constructs.internal.traffic;

import io.teal.release.InvalidValueException;
import java.util.List;
import java.util.OptionalInt;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationListener;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationTargetGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerAction;
import software.constructs.Construct;

/**
 * An Application Load Balancer with one target group for all traffic. Releases do not change it; they register and
 * deregister hosts.
 *
 * <p>CloudFormation creates the listener as soon as load balancer and target group are there; until the first host is
 * healthy clients get 503.
 */
public class SingleRouterConstruct extends Construct {
    private final ApplicationLoadBalancer loadBalancer;
    private final ApplicationTargetGroup targetGroup;
    private final ApplicationListener production;
    private final List<CfnResource> fleetRules;
    private final TrafficSettings options;

    /**
     * A router in {@code vpc}, which is let in to the hosts whose security group is {@code fleet}.
     *
     * @throws InvalidValueException if the options need two target groups: preview clients, an existing listener, a
     *     Network Load Balancer, clients that stay with a version or get a candidate
     */
    public SingleRouterConstruct(Construct scope, String id, IVpc vpc, ISecurityGroup fleet, TrafficSettings options) {
        super(scope, id);
        this.options = options;
        refuse("previewClients", !options.previewClients().isEmpty());
        refuse("existingListener", options.existingListener().isPresent());
        refuse("network", options.network().isPresent());
        refuse("alsoPort", !options.ports().isEmpty());
        refuse(
                "stickToVersion",
                options.application().sticky().filter(sticky -> !sticky.host()).isPresent());
        refuse("candidateByHeader", options.application().candidate().isPresent());
        this.loadBalancer = ApplicationParts.loadBalancer(this, vpc, options);
        this.targetGroup = ApplicationParts.targetGroup(this, "Targets", vpc, options, options.applicationPort());
        this.production = ApplicationParts.production(
                loadBalancer, options, options.application().loggedIn(ListenerAction.forward(List.of(targetGroup))));
        ClientRules.open(loadBalancer.getConnections(), vpc, options);
        FleetRules.checkHealthCheck(targetGroup, options.applicationPort());
        this.fleetRules = FleetRules.create(
                this, loadBalancer.getConnections(), fleet, options.applicationPort(), OptionalInt.empty());
    }

    private static void refuse(String field, boolean given) {
        InvalidValueException.require(
                !given, field + " is for a service of two colours", "a service on one fleet cannot have it");
    }

    /** The load balancer. */
    public final ApplicationLoadBalancer getLoadBalancer() {
        return loadBalancer;
    }

    /** The target group of the hosts. */
    public final ApplicationTargetGroup getTargetGroup() {
        return targetGroup;
    }

    /** The listener that takes production traffic. */
    public final ApplicationListener getProductionListener() {
        return production;
    }

    /**
     * The rules that let the load balancer reach the hosts; a host's health check cannot pass before they are there.
     */
    public final List<CfnResource> getFleetRules() {
        return fleetRules;
    }

    /** CloudWatch's label of the target group at its load balancer, for target tracking by requests. */
    public final String getRequestLabel() {
        return Fn.join("/", List.of(loadBalancer.getLoadBalancerFullName(), targetGroup.getTargetGroupFullName()));
    }

    /** Where the service is reached. */
    public final String getUrl() {
        return options.scheme() + loadBalancer.getLoadBalancerDnsName() + options.portOfUrl();
    }
}
