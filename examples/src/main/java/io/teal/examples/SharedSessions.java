package io.teal.examples;

import io.teal.constructs.BlueGreenService;
import io.teal.constructs.Delivery;
import io.teal.constructs.ReleaseContext;
import io.teal.constructs.SynthErrors;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.App;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.elasticache.CfnServerlessCache;
import software.amazon.awscdk.services.ssm.StringParameter;

/**
 * A shop whose sessions are in a Valkey beside the hosts, so that clients stay logged in when traffic moves. Hosts of
 * both versions find it by the parameter {@value #ADDRESS}. The service is
 * {@code io.teal.examples.services.CartService}.
 *
 * <p>The cache is ElastiCache Serverless: in two zones, encrypted at rest and in transit, and reached by the hosts
 * only.
 */
public final class SharedSessions {
    private static final String ADDRESS = "/cart/sessions";
    private static final int PORT = 6379;

    private SharedSessions() {}

    /** Synthesizes the app. */
    public static void main(String[] args) {
        System.exit(SynthErrors.guard(SharedSessions::synth, System.err));
    }

    private static void synth() {
        App app = new App();
        stack(app);
        app.synth();
    }

    /** The stack, for tests too. */
    public static Stack stack(App app) {
        Stack stack = new Stack(app, "cart-sessions");
        Vpc vpc = Vpc.Builder.create(stack, "Vpc").maxAzs(2).build();
        BlueGreenService service = service(stack, vpc);
        SecurityGroup admits = SecurityGroup.Builder.create(stack, "Admits")
                .vpc(vpc)
                .description("Sessions, for the hosts of both versions")
                .allowAllOutbound(false)
                .build();
        admits.getConnections().allowFrom(service, Port.tcp(PORT), "from the hosts of both versions");
        StringParameter address = address(stack, cache(stack, vpc, admits));
        address.grantRead(service.getRole());
        service.getNode().addDependency(address);
        return stack;
    }

    /**
     * Nothing replaces the cache while the service runs: its name is fixed, so CloudFormation fails, and goes back, on
     * a change that needs another one. It goes with the stack; what is in it would have ended in half an hour.
     */
    private static CfnServerlessCache cache(Stack stack, Vpc vpc, SecurityGroup admits) {
        CfnServerlessCache cache = CfnServerlessCache.Builder.create(stack, "Sessions")
                .serverlessCacheName(stack.getStackName())
                .engine("valkey")
                .majorEngineVersion("8")
                .subnetIds(vpc.getPrivateSubnets().stream()
                        .map(subnet -> subnet.getSubnetId())
                        .toList())
                .securityGroupIds(List.of(admits.getSecurityGroupId()))
                .build();
        cache.applyRemovalPolicy(RemovalPolicy.DESTROY);
        return cache;
    }

    private static StringParameter address(Stack stack, CfnServerlessCache cache) {
        return StringParameter.Builder.create(stack, "Address")
                .parameterName(ADDRESS)
                .stringValue("rediss://" + cache.getAttrEndpointAddress() + ":" + PORT)
                .build();
    }

    private static BlueGreenService service(Stack stack, Vpc vpc) {
        return BlueGreenService.Builder.create(stack, "Cart")
                .serviceName("cart")
                .release(ReleaseContext.of(stack, "cart"))
                .vpc(vpc)
                .delivery(Delivery.images(Map.of(
                        "1.0.0", Map.of("eu-west-1", "ami-00000000000000001"),
                        "2.0.0", Map.of("eu-west-1", "ami-00000000000000002"))))
                .build();
    }
}
