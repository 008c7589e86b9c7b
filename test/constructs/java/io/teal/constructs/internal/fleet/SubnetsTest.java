package io.teal.constructs.internal.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.constructs.FleetOptions;
import io.teal.constructs.RefusalText;
import io.teal.constructs.SampleService;
import io.teal.release.InvalidValueException;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.ec2.VpcAttributes;
import software.constructs.Construct;

/** C12: a VPC without the subnets that a fleet takes by default. */
class SubnetsTest {
    @Test
    void theRefusalNamesTheOption() {
        SampleService service = SampleService.blueOnly().with((stack, props) -> props.vpc(withoutPrivate(stack)));
        assertThatThrownBy(service::service)
                .isInstanceOf(InvalidValueException.class)
                .extracting(RefusalText::of)
                .asString()
                .startsWith("the VPC has no private subnets with egress")
                .contains("FleetOptions.subnets(...)", "isolated");
    }

    @Test
    void aFleetMayBeInIsolatedSubnets() {
        SampleService service = SampleService.blueOnly()
                .with((stack, props) -> props.vpc(withoutPrivate(stack))
                        .fleet(FleetOptions.builder()
                                .subnets(SubnetSelection.builder()
                                        .subnetType(SubnetType.PRIVATE_ISOLATED)
                                        .build())
                                .build()));
        assertThat(service.synth().property("OrdersBlueGroupASG", "VPCZoneIdentifier"))
                .isEqualTo(List.of("subnet-5", "subnet-6"));
    }

    private static IVpc withoutPrivate(Construct scope) {
        return Vpc.fromVpcAttributes(
                scope,
                "Bare",
                VpcAttributes.builder()
                        .vpcId("vpc-2")
                        .vpcCidrBlock("10.0.0.0/16")
                        .availabilityZones(List.of("eu-west-1a", "eu-west-1b"))
                        .publicSubnetIds(List.of("subnet-1", "subnet-2"))
                        .publicSubnetRouteTableIds(List.of("rtb-1", "rtb-2"))
                        .isolatedSubnetIds(List.of("subnet-5", "subnet-6"))
                        .isolatedSubnetRouteTableIds(List.of("rtb-5", "rtb-6"))
                        .build());
    }
}
