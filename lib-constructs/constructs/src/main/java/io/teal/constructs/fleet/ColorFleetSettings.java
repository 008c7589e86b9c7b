package io.teal.constructs.fleet;

import io.teal.release.Color;
import io.teal.release.Version;
import java.util.Optional;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.elasticloadbalancingv2.ITargetGroup;
import software.amazon.awscdk.services.iam.IRole;

/**
 * The settings of a {@link ColorFleet}, for its own builder and its props'.
 *
 * @param <B> the builder itself, that its setters return
 */
public abstract class ColorFleetSettings<B extends ColorFleetSettings<B>> {
    private String serviceName;
    private Color color;
    private Version version;
    private IVpc vpc;
    private Delivery delivery;
    private IRole role;
    private ISecurityGroup securityGroup;
    private ITargetGroup targetGroup;
    private FleetOptions options = FleetOptions.builder().build();
    private boolean scaleIn = true;
    private boolean scheduled = true;
    private Optional<String> requestLabel = Optional.empty();

    ColorFleetSettings() {}

    /** The service the fleet belongs to. Required. */
    public B serviceName(String name) {
        this.serviceName = name;
        return self();
    }

    /** The slot. Required. */
    public B color(Color slot) {
        this.color = slot;
        return self();
    }

    /** What the fleet runs. Required. */
    public B version(Version running) {
        this.version = running;
        return self();
    }

    /** Where the hosts are: two zones or more. Required. */
    public B vpc(IVpc network) {
        this.vpc = network;
        return self();
    }

    /** How the version reaches a host. Required. */
    public B delivery(Delivery way) {
        this.delivery = way;
        return self();
    }

    /**
     * What the hosts may do; trusted by EC2. It must hold {@link Delivery#permissions()} before a host boots: a fleet
     * does not add them. Required.
     */
    public B role(IRole hostRole) {
        this.role = hostRole;
        return self();
    }

    /** Who may reach the hosts. Required. */
    public B securityGroup(ISecurityGroup group) {
        this.securityGroup = group;
        return self();
    }

    /** Where the hosts register; health is what this group says. Required. */
    public B targetGroup(ITargetGroup group) {
        this.targetGroup = group;
        return self();
    }

    /** Sizes, scaling, volumes. Default: {@link FleetOptions#builder()}'s. */
    public B options(FleetOptions fleetOptions) {
        this.options = fleetOptions;
        return self();
    }

    /**
     * Whether target tracking may take hosts away. Off while both colours run, because an idle candidate would be
     * shrunk just before it is needed. Default: true.
     */
    public B scaleIn(boolean allowed) {
        this.scaleIn = allowed;
        return self();
    }

    /** Whether the options' schedules apply to this fleet; a service has them on its active colour. Default: true. */
    public B scheduled(boolean applies) {
        this.scheduled = applies;
        return self();
    }

    /**
     * What CloudWatch calls the target group at its Application Load Balancer, {@code app/<name>/<id>/targetgroup/
     * <name>/<id>}; needed for {@link FleetOptionsBuilder#requestsPerHost}. Default: none.
     */
    public B requestLabel(Optional<String> label) {
        this.requestLabel = label;
        return self();
    }

    abstract B self();

    final ColorFleetProps props() {
        return new ColorFleetProps(
                serviceName,
                color,
                version,
                vpc,
                delivery,
                role,
                securityGroup,
                targetGroup,
                options,
                scaleIn,
                scheduled,
                requestLabel);
    }
}
