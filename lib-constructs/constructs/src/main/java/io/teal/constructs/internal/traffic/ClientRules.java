package io.teal.constructs.internal.traffic;

import java.util.List;
import software.amazon.awscdk.services.ec2.Connections;
import software.amazon.awscdk.services.ec2.IPeer;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.constructs.Construct;

/** The security group of a load balancer of the service's own, and who may use it. */
final class ClientRules {
    private ClientRules() {}

    static SecurityGroup securityGroup(Construct scope, IVpc vpc) {
        return SecurityGroup.Builder.create(scope, "SecurityGroup")
                .vpc(vpc)
                .description("Load balancer: clients in, fleets out")
                .allowAllOutbound(false)
                .build();
    }

    static void open(Connections loadBalancer, IVpc vpc, TrafficSettings options) {
        List<IPeer> clients = options.clients();
        if (clients.isEmpty()) {
            clients = List.of(options.internetFacing() ? Peer.anyIpv4() : Peer.ipv4(vpc.getVpcCidrBlock()));
        }
        for (IPeer client : clients) {
            loadBalancer.allowFrom(client, Port.tcp(options.productionPort()), "Clients");
            if (options.redirects()) {
                loadBalancer.allowFrom(client, Port.tcp(TrafficSettings.HTTP_PORT), "Redirect to HTTPS");
            }
        }
    }
}
