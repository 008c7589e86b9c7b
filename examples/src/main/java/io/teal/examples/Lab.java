package io.teal.examples;

import io.teal.constructs.BlueGreenService;
import io.teal.constructs.Delivery;
import io.teal.constructs.FleetOptions;
import io.teal.constructs.HostOptions;
import io.teal.constructs.ReleaseContext;
import io.teal.constructs.SynthErrors;
import io.teal.constructs.TrafficOptions;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.InstanceType;
import software.amazon.awscdk.services.ec2.KeyPair;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.ec2.VpcAttributes;

/**
 * What one builds by hand in the console first: t2.micro in the default VPC's public subnets of two zones, the web
 * server on port 80, SSH on port 22 with a key pair, one AMI a version, scaling on 50 % CPU. See {@code docs/lab.md}.
 *
 * <p>The VPC stands in {@code cdk.json}, so that no synthesis needs an account.
 */
public final class Lab {
    private static final int WEB = 80;
    private static final int SSH = 22;
    private static final int HALF = 50;

    private Lab() {}

    /** Synthesizes the app. */
    public static void main(String[] args) {
        System.exit(SynthErrors.guard(Lab::synth, System.err));
    }

    private static void synth() {
        App app = new App();
        stack(app);
        app.synth();
    }

    /** The stack, for tests too. */
    public static Stack stack(App app) {
        Stack stack = new Stack(app, "lab");
        IVpc vpc = defaultVpc(stack);
        BlueGreenService.Builder.create(stack, "Web")
                .serviceName("web")
                .release(ReleaseContext.of(stack, "web"))
                .vpc(vpc)
                .delivery(Delivery.images(Map.of(
                        "1.0.0", Map.of("ap-northeast-2", "ami-00000000000000001"),
                        "2.0.0", Map.of("ap-northeast-2", "ami-00000000000000002"),
                        "3.0.0", Map.of("ap-northeast-2", "ami-00000000000000003"))))
                .fleet(hosts(stack, sshFromHome(stack, vpc)))
                .traffic(TrafficOptions.builder()
                        .applicationPort(WEB)
                        .healthCheckPath("/")
                        .build())
                .build();
        return stack;
    }

    private static FleetOptions hosts(Stack stack, SecurityGroup ssh) {
        return FleetOptions.builder()
                .instanceTypes(new InstanceType("t2.micro"))
                .minCapacity(2)
                .maxCapacity(4)
                .cpuTargetPercent(HALF)
                .subnets(SubnetSelection.builder().subnetType(SubnetType.PUBLIC).build())
                .securityGroups(ssh)
                .hosts(HostOptions.builder()
                        .keyPair(KeyPair.fromKeyPairName(stack, "KeyPair", text(stack, "keyPair")))
                        .build())
                .build();
    }

    private static IVpc defaultVpc(Stack stack) {
        return Vpc.fromVpcAttributes(
                stack,
                "Vpc",
                VpcAttributes.builder()
                        .vpcId(text(stack, "vpcId"))
                        .availabilityZones(texts(stack, "zones"))
                        .publicSubnetIds(texts(stack, "subnetIds"))
                        .publicSubnetRouteTableIds(texts(stack, "routeTableIds"))
                        .build());
    }

    private static SecurityGroup sshFromHome(Stack stack, IVpc vpc) {
        SecurityGroup group = SecurityGroup.Builder.create(stack, "Ssh")
                .vpc(vpc)
                .description("SSH from one address")
                .allowAllOutbound(false)
                .build();
        group.addIngressRule(Peer.ipv4(text(stack, "sshFrom")), Port.tcp(SSH), "SSH");
        return group;
    }

    @SuppressWarnings("unchecked")
    private static List<String> texts(Stack stack, String key) {
        return (List<String>) stack.getNode().getContext(key);
    }

    private static String text(Stack stack, String key) {
        return stack.getNode().getContext(key).toString();
    }
}
