package io.teal.constructs.fleet;

import io.teal.release.Color;
import io.teal.release.Version;
import java.util.Objects;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.elasticloadbalancingv2.IApplicationTargetGroup;
import software.amazon.awscdk.services.iam.IRole;

/**
 * What a {@link ColorFleet} is made of; made with {@link #builder()}.
 *
 * @param serviceName the service; part of the Auto Scaling group's name
 * @param color the slot
 * @param version what it runs
 * @param vpc where the hosts are
 * @param delivery how the version reaches a host
 * @param role what the hosts may do
 * @param securityGroup who may reach the hosts
 * @param targetGroup where the hosts register
 * @param options sizes, scaling, volumes
 * @param scaleIn whether target tracking may take hosts away
 */
public record ColorFleetProps(
        String serviceName,
        Color color,
        Version version,
        IVpc vpc,
        Delivery delivery,
        IRole role,
        ISecurityGroup securityGroup,
        IApplicationTargetGroup targetGroup,
        FleetOptions options,
        boolean scaleIn) {

    /** Checks that nothing is missing. */
    public ColorFleetProps {
        Objects.requireNonNull(serviceName, "serviceName");
        Objects.requireNonNull(color, "color");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(vpc, "vpc");
        Objects.requireNonNull(delivery, "delivery");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(securityGroup, "securityGroup");
        Objects.requireNonNull(targetGroup, "targetGroup");
        Objects.requireNonNull(options, "options");
    }

    /** Props with the default options. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link ColorFleetProps}. */
    public static final class Builder {
        private String serviceName;
        private Color color;
        private Version version;
        private IVpc vpc;
        private Delivery delivery;
        private IRole role;
        private ISecurityGroup securityGroup;
        private IApplicationTargetGroup targetGroup;
        private FleetOptions options = FleetOptions.builder().build();
        private boolean scaleIn = true;

        private Builder() {}

        /** The service the fleet belongs to. Required. */
        public Builder serviceName(String name) {
            this.serviceName = name;
            return this;
        }

        /** The slot. Required. */
        public Builder color(Color slot) {
            this.color = slot;
            return this;
        }

        /** What the fleet runs. Required. */
        public Builder version(Version running) {
            this.version = running;
            return this;
        }

        /** Where the hosts are: two zones or more. Required. */
        public Builder vpc(IVpc network) {
            this.vpc = network;
            return this;
        }

        /** How the version reaches a host. Required. */
        public Builder delivery(Delivery way) {
            this.delivery = way;
            return this;
        }

        /** What the hosts may do; trusted by EC2. Required. */
        public Builder role(IRole hostRole) {
            this.role = hostRole;
            return this;
        }

        /** Who may reach the hosts. Required. */
        public Builder securityGroup(ISecurityGroup group) {
            this.securityGroup = group;
            return this;
        }

        /** Where the hosts register; health is what this group says. Required. */
        public Builder targetGroup(IApplicationTargetGroup group) {
            this.targetGroup = group;
            return this;
        }

        /** Sizes, scaling, volumes. Default: {@link FleetOptions#builder()}'s. */
        public Builder options(FleetOptions fleetOptions) {
            this.options = fleetOptions;
            return this;
        }

        /**
         * Whether target tracking may take hosts away. Off while both colours run, because an idle candidate would be
         * shrunk just before it is needed. Default: true.
         */
        public Builder scaleIn(boolean allowed) {
            this.scaleIn = allowed;
            return this;
        }

        /**
         * The props.
         *
         * @throws NullPointerException naming the value that is missing
         */
        public ColorFleetProps build() {
            return new ColorFleetProps(
                    serviceName, color, version, vpc, delivery, role, securityGroup, targetGroup, options, scaleIn);
        }
    }
}
