package io.teal.constructs;

import io.teal.constructs.internal.fleet.HostAccess;
import io.teal.release.InvalidValueException;
import java.util.function.Function;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.Connections;
import software.amazon.awscdk.services.ec2.IConnectable;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.iam.Role;
import software.constructs.Construct;

/** What every service has, whatever its fleets are: a role and a security group of its hosts. */
abstract class HostedService extends Construct implements IConnectable {
    final HostAccess access;

    /** A service in a stack; not in a nested one, whose name could be no part of the names of groups and machine. */
    HostedService(Construct scope, String id, Function<Construct, HostAccess> access) {
        super(scope, id);
        InvalidValueException.require(
                Stack.of(this).getNestedStackParent() == null,
                getNode().getPath()
                        + " is in a nested stack, whose name is not known and whose update cannot be cancelled"
                        + " alone",
                "put the service into the stack around it, or into one of its own");
        this.access = access.apply(this);
    }

    /**
     * The role of the hosts, of both colours if there are two; grant them more through it. A grant that is dropped
     * lasts until the deploy that drops it is over, so that a version with traffic keeps it; a managed policy goes at
     * once. A statement about the service's own Auto Scaling groups names them ({@link ColorFleet#groupName}); a
     * reference to one would close a cycle.
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
