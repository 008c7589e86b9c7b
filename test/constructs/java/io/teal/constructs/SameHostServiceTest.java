package io.teal.constructs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.MachineImage;
import software.amazon.awscdk.services.s3.Bucket;

class SameHostServiceTest {
    private static final String GROUP = "OrdersFleetGroupASG";
    private static final String INSTALL = "OrdersCutoverInstall";

    private final SynthTemplate template = SynthTemplate.of(SampleHosts.service(SampleHosts.BOTH));

    @Test
    void thereIsOneAutoScalingGroupAndItsHostsAreInBothTargetGroupsOnAPortEach() {
        assertThat(template.ids("AutoScaling::AutoScalingGroup")).hasSize(1);
        assertThat((List<?>) template.property(GROUP, "TargetGroupARNs")).hasSize(2);
        assertThat(template.property("OrdersTrafficBlueTargets", "Port")).isEqualTo(8080);
        assertThat(template.property("OrdersTrafficGreenTargets", "Port")).isEqualTo(8090);
    }

    @Test
    void theLoadBalancerIsLetInOnBothPorts() {
        assertThat(template.property("OrdersTrafficIntoFleets", "FromPort")).isEqualTo(8080);
        assertThat(template.property("OrdersTrafficIntoFleetsGreen", "FromPort"))
                .isEqualTo(8090);
        assertThat(template.property("OrdersTrafficToFleetsGreen", "ToPort")).isEqualTo(8090);
    }

    @Test
    void theHostsBootFromWhatTheActiveColorsPinSaysAndNoDeployReplacesThem() {
        assertThat(template.property(GROUP, "LaunchTemplate", "Version"))
                .isEqualTo(Map.of(
                        "Fn::GetAtt", List.of(template.id("OrdersCutoverPreflight"), "BlueLaunchTemplateVersion")));
        assertThat(template.resource(GROUP).get("UpdatePolicy").toString())
                .doesNotContain("InstanceRefresh", "RollingUpdate", "ReplacingUpdate");
        assertThat(template.properties(GROUP)).containsEntry("HealthCheckType", "EC2");
    }

    @Test
    void hostsThatAreLostAreReplacedBeforeTheyAreEndedAndCannotFollowTheRequestsOfTwoTargetGroups() {
        assertThat(template.property(GROUP, "InstanceMaintenancePolicy"))
                .isEqualTo(Map.of("MinHealthyPercentage", 100, "MaxHealthyPercentage", 200));
        assertThatThrownBy(() -> SampleHosts.service(
                        SampleHosts.BLUE,
                        props -> props.fleet(
                                FleetOptions.builder().requestsPerHost(600).build())))
                .extracting(RefusalText::of, STRING)
                .contains("a target group for each fleet; scale on CPU");
    }

    @Test
    void oneDeploymentGroupInstallsWithoutTakingHostsOutOfTheLoadBalancer() {
        assertThat(template.ids("CodeDeploy::DeploymentGroup")).hasSize(1);
        assertThat(template.properties("OrdersCodeDeployGroup"))
                .doesNotContainKeys("LoadBalancerInfo", "DeploymentStyle")
                .containsEntry("OutdatedInstancesStrategy", "UPDATE");
    }

    @Test
    void installComesAfterTheHostsAndTheirDeploymentGroupAndShiftAfterInstall() {
        assertThat(template.dependsOn(INSTALL)).contains("OrdersCutoverPreflight", GROUP, "OrdersCodeDeployGroup");
        assertThat(template.dependsOn("OrdersCutoverShift")).contains(INSTALL, GROUP);
        assertThat(template.dependsOn("OrdersTrafficLoadBalancerProduction")).contains("OrdersCutoverShift");
        assertThat(template.dependsOn(GROUP))
                .contains("OrdersTrafficIntoFleetsGreen", "OrdersTrafficLoadBalancerGreenPreview");
        assertThat(template.graph().cycle()).isEmpty();
    }

    @Test
    @SuppressWarnings("unchecked")
    void installIsToldWhatShiftIsToldAndNamesNoColor() {
        Map<String, Object> told = new TreeMap<>(template.properties(INSTALL));
        Map<String, Object> install = (Map<String, Object>) told.remove("Install");
        assertThat(told).isEqualTo(template.properties("OrdersCutoverShift"));
        assertThat(install).doesNotContainKey("Color").containsEntry("Timeout", "1200");
        assertThat(install.get("Key").toString()).matches("[0-9a-f]{64}\\.zip");
    }

    @Test
    void bothColorsNameTheOneGroup() {
        assertThat(template.property("OrdersCutoverShift", "BlueGroup")).isEqualTo("shop-orders");
        assertThat(template.property("OrdersCutoverShift", "GreenGroup")).isEqualTo("shop-orders");
    }

    @Test
    void startingAColorChangesTagsAndTheRevisionButNothingThatHostsBootFrom() {
        SynthTemplate before = SynthTemplate.of(SampleHosts.service(SampleHosts.BLUE));
        assertThat(TemplateDiff.between(before, template))
                .noneMatch(line -> line.contains("FleetLaunchTemplate") || line.contains("HostsRole"))
                .anyMatch(line -> line.contains("Install.Key"))
                .anyMatch(line -> line.contains("FleetGroupASG") && line.contains("Tags"));
    }

    @Test
    void aPromoteDeploysNoOtherRevision() {
        SynthTemplate promoted = SynthTemplate.of(SampleHosts.service(SampleHosts.PROMOTED));
        assertThat(TemplateDiff.between(template, promoted)).noneMatch(line -> line.contains("Install.Key"));
    }

    @Test
    void theFunctionMayTagTheHostsWithEachColorsVersion() {
        assertThat(template.json().toString())
                .contains("aws:TagKeys=[teal:blue:version, teal:green:version]")
                .contains("aws:ResourceTag/aws:autoscaling:groupName=[shop-orders]")
                .contains("autoScalingGroupName/shop-orders");
    }

    @Test
    void onOneHostEachColorNeedsAPortOfItsOwn() {
        assertThatThrownBy(() -> SampleHosts.service(SampleHosts.BOTH, props -> props.greenPort(8080)))
                .hasMessageContaining("greenPort and applicationPort are both 8080");
        assertThatThrownBy(() -> SampleHosts.service(SampleHosts.BOTH, props -> props.greenPort(80)))
                .hasMessageContaining("greenPort must be a port from 1024 to 65535, got 80");
    }

    @Test
    void bothVersionsLogsAreInTheOneGroupOfTheirHosts() {
        FleetOptions agent = FleetOptions.builder()
                .hosts(HostOptions.builder().cloudWatchAgent("/a.log").build())
                .build();
        SynthTemplate template = SynthTemplate.of(SampleHosts.service(SampleHosts.BOTH, props -> props.fleet(agent)));
        assertThat(template.properties("OrdersAgentLog")).containsEntry("LogGroupName", "/teal/shop-orders");
        assertThat(template.properties("OrdersFleetLaunchTemplate").toString()).contains("teal_agent");
    }

    @Test
    void aNetworkLoadBalancerIsRefused() {
        TrafficOptions network = TrafficOptions.builder()
                .network(NetworkOptions.builder().build())
                .build();
        assertThatThrownBy(() -> SampleHosts.service(SampleHosts.BOTH, props -> props.traffic(network)))
                .hasMessageContaining("need an Application Load Balancer");
    }

    @Test
    void aHealthCheckPathThatAShellWouldReadOtherwiseIsRefused() {
        assertThatThrownBy(() -> SampleHosts.service(
                        SampleHosts.BLUE,
                        props -> props.traffic(TrafficOptions.builder()
                                .healthCheckPath("/health'; halt; '")
                                .build())))
                .extracting(RefusalText::of, STRING)
                .contains("must be known when the app is synthesized and have no quote and no space");
    }

    @Test
    void aBucketWithoutANameYetIsRefused() {
        Stack stack = new Stack(SampleHosts.app(), "shop");
        Bucket made = Bucket.Builder.create(stack, "Made").build();
        assertThatThrownBy(() -> SampleHosts.hosts(made))
                .extracting(RefusalText::of, STRING)
                .contains("use Bucket.fromBucketName");
        assertThatThrownBy(() -> new SharedHosts(
                        MachineImage.latestAmazonLinux2023(),
                        SampleHosts.bucket(stack),
                        "orders/{version}.jar",
                        CodeDeployAgent.inImage(),
                        List.of(),
                        List.of()))
                .hasMessageContaining("start must have a command");
    }
}
