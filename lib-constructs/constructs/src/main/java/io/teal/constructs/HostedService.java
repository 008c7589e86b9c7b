package io.teal.constructs;

import io.teal.constructs.internal.fleet.HostAccess;
import java.util.function.Function;
import software.amazon.awscdk.services.ec2.Connections;
import software.amazon.awscdk.services.ec2.IConnectable;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.iam.Role;
import software.constructs.Construct;

/** What every service has, whatever its fleets are: a role and a security group of its hosts. */
abstract class HostedService extends Construct implements IConnectable {
    final HostAccess access;

    HostedService(Construct scope, String id, Function<Construct, HostAccess> access) {
        super(scope, id);
        this.access = access.apply(this);
    }

    /**
     * The role of the hosts, of both colours if there are two; grant them more through it. A statement about the
     * service's own Auto Scaling groups names them ({@link ColorFleet#groupName}); a reference to one would close a
     * cycle.
     */
    public Role getRole() {
        return access.role();
    }

    /**
     * The security group of the hosts, of both colours if there are two; it stays when a fleet is removed, and so do
     * the rules that name it.
     */
    public SecurityGroup getSecurityGroup() {
        return access.securityGroup();
    }

    /**
     * The hosts, by {@link #getSecurityGroup()}; their default port is the application's. So
     * {@code database.getConnections().allowDefaultPortFrom(service)} holds for every release.
     */
    @Override
    public Connections getConnections() {
        return access.connections();
    }
}
