package io.teal.constructs.fleet;

import io.teal.release.Color;
import io.teal.release.Version;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.elasticloadbalancingv2.ITargetGroup;
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
 * @param scheduled whether the options' schedules apply to this fleet
 * @param requestLabel what CloudWatch calls the target group at its load balancer
 */
public record ColorFleetProps(
        String serviceName,
        Color color,
        Version version,
        IVpc vpc,
        Delivery delivery,
        IRole role,
        ISecurityGroup securityGroup,
        ITargetGroup targetGroup,
        FleetOptions options,
        boolean scaleIn,
        boolean scheduled,
        Optional<String> requestLabel) {

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
        Objects.requireNonNull(requestLabel, "requestLabel");
    }

    /** Props with the default options. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link ColorFleetProps}. */
    public static final class Builder extends ColorFleetSettings<Builder> {
        private Builder() {}

        /**
         * The props.
         *
         * @throws NullPointerException naming the value that is missing
         */
        public ColorFleetProps build() {
            return props();
        }

        @Override
        Builder self() {
            return this;
        }
    }
}
