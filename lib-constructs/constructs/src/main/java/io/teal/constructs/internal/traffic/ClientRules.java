package io.teal.constructs.internal.traffic;

import java.util.List;
import software.amazon.awscdk.services.ec2.Connections;
import software.amazon.awscdk.services.ec2.IPeer;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Port;

/** Who may use a load balancer of the service's own. */
final class ClientRules {
    private ClientRules() {}

    static void open(Connections loadBalancer, IVpc vpc, TrafficSettings options) {
        List<IPeer> clients = options.clients();
        if (clients.isEmpty()) {
            clients = List.of(options.internetFacing() ? Peer.anyIpv4() : Peer.ipv4(vpc.getVpcCidrBlock()));
        }
        for (IPeer client : clients) {
            loadBalancer.allowFrom(client, Port.tcp(options.productionPort()), "Clients");
            if (options.https() && options.network().isEmpty()) {
                loadBalancer.allowFrom(client, Port.tcp(TrafficSettings.HTTP_PORT), "Redirect to HTTPS");
            }
        }
    }
}
