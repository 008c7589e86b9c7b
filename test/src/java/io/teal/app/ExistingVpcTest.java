package io.teal.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;

/** A VPC by its id, whose look-up is kept in the context: no credentials, no VPC of our own. */
class ExistingVpcTest {
    private static final String KEPT =
            "vpc-provider:account=111111111111:filter.vpc-id=vpc-1:region=us-east-1:returnAsymmetricSubnets=true";

    @TempDir
    Path out;

    @Test
    void aLookedUpVpcIsUsedAndNothingIsLookedUpAgain() throws Exception {
        // Given
        Map<String, Object> context = Apps.context("default", "activeColor=blue version=1.0.0 vpcId=vpc-1");
        context.putAll(Map.of("account", "111111111111", "region", "us-east-1", KEPT, vpc()));
        App app = new App(
                AppProps.builder().context(context).outdir(out.toString()).build());
        // When
        Main.synth(app);
        // Then
        String template = Files.readString(out.resolve("web.template.json"));
        assertThat(template).contains("\"vpc-1\"", "\"subnet-private-a\"").doesNotContain("AWS::EC2::VPC\"");
        assertThat(Files.readString(out.resolve("manifest.json"))).doesNotContain("\"missing\"");
    }

    private static Map<String, Object> vpc() {
        return Map.of(
                "vpcId",
                "vpc-1",
                "vpcCidrBlock",
                "10.0.0.0/16",
                "availabilityZones",
                List.of(),
                "subnetGroups",
                List.of(subnets("Public"), subnets("Private")));
    }

    private static Map<String, Object> subnets(String type) {
        return Map.of("name", type, "type", type, "subnets", List.of(subnet(type, "a"), subnet(type, "b")));
    }

    private static Map<String, Object> subnet(String type, String zone) {
        String name = type.toLowerCase(Locale.ROOT) + "-" + zone;
        return Map.of(
                "subnetId", "subnet-" + name,
                "availabilityZone", "us-east-1" + zone,
                "routeTableId", "rtb-" + name,
                "cidr", "10.0.0.0/24");
    }
}
