package io.teal.constructs.internal.fleet;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.ec2.Connections;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.constructs.Construct;

/**
 * What a service's hosts may do and who may reach them: a role (Session Manager instead of SSH, and what the delivery
 * needs) and a security group (nobody yet). They exist whichever fleets do.
 */
public final class HostAccess extends Construct {
    private final Role role;
    private final SecurityGroup securityGroup;
    private final Connections connections;

    /** Access of hosts in {@code vpc}, which may do what {@code permissions} say and serve on {@code defaultPort}. */
    public HostAccess(Construct scope, String id, IVpc vpc, List<PolicyStatement> permissions, int defaultPort) {
        super(scope, id);
        this.role = role(permissions);
        this.securityGroup = SecurityGroup.Builder.create(this, "SecurityGroup")
                .vpc(vpc)
                .description("Fleets: the load balancer in, everything out")
                .build();
        this.connections = Connections.Builder.create()
                .securityGroups(List.of(securityGroup))
                .defaultPort(Port.tcp(defaultPort))
                .build();
    }

    /** The hosts, by their security group. */
    public Connections connections() {
        return connections;
    }

    /** What the hosts may do. */
    public Role role() {
        return role;
    }

    /** Who may reach the hosts. */
    public SecurityGroup securityGroup() {
        return securityGroup;
    }

    /** Permissions stand in the role itself: a separate policy could be created after the first host has booted. */
    private Role role(List<PolicyStatement> permissions) {
        Role.Builder builder = Role.Builder.create(this, "Role")
                .assumedBy(new ServicePrincipal("ec2.amazonaws.com"))
                .managedPolicies(List.of(ManagedPolicy.fromAwsManagedPolicyName("AmazonSSMManagedInstanceCore")));
        if (!permissions.isEmpty()) {
            builder.inlinePolicies(Map.of(
                    "Delivery",
                    PolicyDocument.Builder.create().statements(permissions).build()));
        }
        Role made = builder.build();
        LastingGrants.of(made);
        return made;
    }
}
