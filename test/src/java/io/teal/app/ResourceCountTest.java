package io.teal.app;

import io.teal.constructs.BlueGreenService;
import io.teal.constructs.Delivery;
import io.teal.release.Color;
import io.teal.release.Release;
import io.teal.release.Version;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.ec2.VpcAttributes;

/** How much of CloudFormation's limit of 500 resources a stack one service takes, with both fleets. */
class ResourceCountTest {
    @TempDir
    private Path out;

    @Test
    void aServiceHasAsManyResourcesAsItsGoldenFileSays() {
        App app = new App(AppProps.builder().outdir(out.toString()).build());
        Stack own = new Stack(app, "new-vpc");
        service(own, Vpc.Builder.create(own, "Vpc").maxAzs(2).build());
        Stack given = new Stack(app, "given-vpc");
        service(given, given(given));
        app.synth();
        StringBuilder lines = new StringBuilder();
        Templates.in(out).forEach((name, template) -> lines.append(count(name, template)));
        Golden.check("resource-count.txt", lines.toString());
    }

    private static String count(String name, Map<String, Object> template) {
        Map<String, Long> types = ((Map<?, ?>) template.get("Resources"))
                .values().stream()
                        .map(resource -> ((Map<?, ?>) resource).get("Type").toString())
                        .collect(Collectors.groupingBy(type -> type, TreeMap::new, Collectors.counting()));
        long sum = types.values().stream().mapToLong(Long::longValue).sum();
        String list = types.entrySet().stream()
                .map(type -> String.format("  %3d %s\n", type.getValue(), type.getKey()))
                .collect(Collectors.joining());
        return name.replace(".template.json", "") + ": " + sum + "\n" + list;
    }

    private static void service(Stack stack, IVpc vpc) {
        BlueGreenService.Builder.create(stack, "Orders")
                .serviceName("orders")
                .release(Release.first(Color.BLUE, Version.of("1.0.0")).start(Version.of("2.0.0")))
                .vpc(vpc)
                .delivery(Delivery.images(Map.of(
                        "1.0.0", Map.of("eu-west-1", "ami-00000000000000001"),
                        "2.0.0", Map.of("eu-west-1", "ami-00000000000000002"))))
                .build();
    }

    private static IVpc given(Stack stack) {
        return Vpc.fromVpcAttributes(
                stack,
                "Vpc",
                VpcAttributes.builder()
                        .vpcId("vpc-1")
                        .availabilityZones(List.of("eu-west-1a", "eu-west-1b"))
                        .publicSubnetIds(List.of("subnet-1", "subnet-2"))
                        .privateSubnetIds(List.of("subnet-3", "subnet-4"))
                        .build());
    }
}
