package io.teal.constructs.internal.codedeploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.constructs.BlueGreenService;
import io.teal.constructs.DeploymentGroupsOptions;
import io.teal.constructs.RefusalText;
import io.teal.constructs.SampleService;
import io.teal.constructs.SynthTemplate;
import io.teal.release.Color;
import io.teal.release.InvalidValueException;
import io.teal.release.Release;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.NestedStack;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.codedeploy.CfnDeploymentGroup;
import software.amazon.awscdk.services.codedeploy.MinimumHealthyHosts;
import software.amazon.awscdk.services.codedeploy.ServerDeploymentConfig;
import software.amazon.awscdk.services.codedeploy.ServerDeploymentGroup;

class DeploymentGroupsTest {
    private static final String BLUE = "OrdersCodeDeployBlue";
    private static final String GREEN = "OrdersCodeDeployGreen";
    private static final String GROUP = "CodeDeploy::DeploymentGroup";

    @Test
    void nothingOfCodeDeployIsThereUnlessAskedFor() {
        SynthTemplate template = SampleService.both().synth();
        assertThat(template.ids(GROUP)).isEmpty();
        assertThat(template.ids("CodeDeploy::Application")).isEmpty();
    }

    @Test
    void aGroupComesAndGoesWithItsFleet() {
        Release started = Release.first(Color.BLUE, SampleService.ONE).start(SampleService.TWO);
        assertThat(groups(Release.first(Color.BLUE, SampleService.ONE))).containsExactly(BLUE);
        assertThat(groups(started)).containsExactlyInAnyOrder(BLUE, GREEN);
        assertThat(groups(started.promote().retire())).containsExactly(GREEN);
    }

    @Test
    void theApplicationStaysForEver() {
        assertThat(SampleService.blueOnly().codeDeploy(0).synth().ids("CodeDeploy::Application"))
                .isEqualTo(SampleService.both().codeDeploy(0).synth().ids("CodeDeploy::Application"))
                .hasSize(1);
    }

    @Test
    void aGroupDeploysInPlaceToItsOwnFleetBehindItsOwnTargets() {
        SynthTemplate template = SampleService.both().codeDeploy(0).synth();
        for (String color : List.of("Blue", "Green")) {
            String targets = template.id("OrdersTraffic" + color + "Targets");
            assertThat(template.properties("OrdersCodeDeploy" + color))
                    .containsEntry(
                            "AutoScalingGroups", List.of(Map.of("Ref", template.id("Orders" + color + "GroupASG"))))
                    .containsEntry(
                            "LoadBalancerInfo", Map.of("TargetGroupInfoList", List.of(Map.of("Name", name(targets)))))
                    .containsEntry("DeploymentStyle", Map.of("DeploymentOption", "WITH_TRAFFIC_CONTROL"))
                    .doesNotContainKey("BlueGreenDeploymentConfiguration");
        }
    }

    @Test
    void aGroupWaitsForItsFleet() {
        SynthTemplate template = SampleService.both().codeDeploy(0).synth();
        assertThat(template.graph().waits(template.id(BLUE), template.id("OrdersBlueGroupASG")))
                .isTrue();
        assertThat(template.graph().waits(template.id(BLUE), template.id("OrdersGreenGroupASG")))
                .isFalse();
    }

    @Test
    void alarmsStopADeploymentAndSoDoAlarmsThatCannotBeRead() {
        SynthTemplate template = SampleService.blueOnly().codeDeploy(2).synth();
        assertThat(template.property(BLUE, "AlarmConfiguration"))
                .isEqualTo(Map.of(
                        "Alarms",
                        List.of(
                                Map.of("Name", Map.of("Ref", template.id("Alarm0"))),
                                Map.of("Name", Map.of("Ref", template.id("Alarm1")))),
                        "Enabled",
                        true,
                        "IgnorePollAlarmFailure",
                        false));
    }

    @Test
    void aGroupNeverRollsBackByItselfAndBringsNewHostsUpToDate() {
        SynthTemplate template = SampleService.blueOnly().codeDeploy(2).synth();
        assertThat(template.properties(BLUE))
                .containsEntry("OutdatedInstancesStrategy", "UPDATE")
                .containsEntry("AutoRollbackConfiguration", Map.of("Enabled", false));
    }

    @Test
    void oneHostAtATimeIsOutOfServiceUnlessAskedOtherwise() {
        SynthTemplate half = SampleService.blueOnly()
                .codeDeploy(0)
                .with((stack, props) -> props.codeDeploy(DeploymentGroupsOptions.builder()
                        .deploymentConfig(ServerDeploymentConfig.HALF_AT_A_TIME)
                        .build()))
                .synth();
        assertThat(SampleService.blueOnly().codeDeploy(0).synth().property(BLUE, "DeploymentConfigName"))
                .isEqualTo("CodeDeployDefault.OneAtATime");
        assertThat(half.property(BLUE, "DeploymentConfigName")).isEqualTo("CodeDeployDefault.HalfAtATime");
    }

    @Test
    void aConfigurationThatKeepsAllHostsOfTheSmallestFleetHealthyIsRefused() {
        assertThatThrownBy(() -> keeping(MinimumHealthyHosts.percentage(95), 10))
                .extracting(RefusalText::of)
                .isEqualTo("deploymentConfig keeps 95 % of 10 hosts healthy, which is all of them, since CodeDeploy"
                        + " rounds up, and no deployment could begin; keep fewer, or raise minCapacity");
        assertThatThrownBy(() -> keeping(MinimumHealthyHosts.count(2), 2))
                .hasMessageStartingWith("deploymentConfig keeps 2 of 2 hosts healthy");
        assertThat(keeping(MinimumHealthyHosts.percentage(90), 10).ids(GROUP)).hasSize(1);
        assertThat(keeping(MinimumHealthyHosts.count(1), 2).ids(GROUP)).hasSize(1);
    }

    @Test
    void aSecondGroupOfAFleetIsRefused() {
        BlueGreenService service = SampleService.both().codeDeploy(0).service();
        ServerDeploymentGroup.Builder.create(Stack.of(service), "Second")
                .autoScalingGroups(
                        List.of(service.getFleet(Color.GREEN).orElseThrow().getAutoScalingGroup()))
                .installAgent(false)
                .build();
        assertThatThrownBy(() -> SynthTemplate.of(service))
                .hasMessageContaining("shop/Second: deploys to green's fleet too")
                .hasMessageContaining("one group for each Auto Scaling group; remove it");
    }

    @Test
    void aSecondGroupInANestedStackIsRefused() {
        BlueGreenService service = SampleService.both().codeDeploy(0).service();
        NestedStack nested = new NestedStack(Stack.of(service), "More");
        ServerDeploymentGroup.Builder.create(nested, "Second")
                .autoScalingGroups(
                        List.of(service.getFleet(Color.GREEN).orElseThrow().getAutoScalingGroup()))
                .installAgent(false)
                .build();
        assertThatThrownBy(() -> SynthTemplate.of(service))
                .hasMessageContaining("shop/More/Second: deploys to green's fleet too");
    }

    @Test
    void aSecondGroupThatNamesTheFleetIsRefused() {
        assertThatThrownBy(() -> withSecondGroupOf(List.of("shop-orders-green")))
                .hasMessageContaining("shop/Second: deploys to green's fleet too");
        assertThatThrownBy(() -> withSecondGroupOf(
                        Map.of("Fn::If", List.of("Both", List.of("other", "shop-orders-green"), List.of("other")))))
                .hasMessageContaining("shop/Second: deploys to green's fleet too");
        assertThatCode(() -> withSecondGroupOf(List.of("shop-orders-green-other")))
                .doesNotThrowAnyException();
    }

    private static void withSecondGroupOf(Object fleets) {
        BlueGreenService service = SampleService.both().codeDeploy(0).service();
        CfnDeploymentGroup.Builder.create(Stack.of(service), "Second")
                .applicationName("other")
                .serviceRoleArn("arn:aws:iam::123456789012:role/other")
                .build()
                .addPropertyOverride("AutoScalingGroups", fleets);
        SynthTemplate.of(service);
    }

    @Test
    void aGroupOfAnotherFleetIsNoneOfOurs() {
        BlueGreenService service = SampleService.both().codeDeploy(0).service();
        ServerDeploymentGroup.Builder.create(Stack.of(service), "Other")
                .installAgent(false)
                .build();
        assertThat(SynthTemplate.of(service).ids(GROUP)).hasSize(3);
    }

    @Test
    void optionsWithoutVersionsThatCodeDeployInstallsAreRefused() {
        SampleService service = SampleService.both()
                .with((stack, props) ->
                        props.codeDeploy(DeploymentGroupsOptions.builder().build()));
        assertThatThrownBy(service::service)
                .hasMessageStartingWith("codeDeploy options are for versions that CodeDeploy installs");
    }

    @Test
    void aTimeoutOutOfItsRangeIsRefused() {
        assertThatThrownBy(() -> DeploymentGroupsOptions.builder()
                        .timeout(Duration.minutes(60))
                        .build())
                .hasMessage("timeout must be from 60 to 2700 seconds, got 3600");
    }

    @Test
    void moreAlarmsThanCodeDeployTakesAreRefused() {
        SampleService service = SampleService.blueOnly().codeDeploy(11);
        assertThatThrownBy(service::service)
                .isInstanceOf(InvalidValueException.class)
                .extracting(RefusalText::of)
                .isEqualTo("alarms must be 10 or fewer, got 11; CodeDeploy takes no more, combine some in a composite"
                        + " alarm");
        assertThat(SampleService.blueOnly().codeDeploy(10).synth().ids(GROUP)).hasSize(1);
    }

    private static SynthTemplate keeping(MinimumHealthyHosts minimum, int least) {
        return SampleService.blueOnly()
                .codeDeploy(0)
                .fleet(options -> options.minCapacity(least).maxCapacity(20))
                .with((stack, props) -> props.codeDeploy(DeploymentGroupsOptions.builder()
                        .deploymentConfig(ServerDeploymentConfig.Builder.create(stack, "Config")
                                .minimumHealthyHosts(minimum)
                                .build())
                        .build()))
                .synth();
    }

    private static List<String> groups(Release release) {
        return SampleService.of(release).codeDeploy(0).synth().ids(GROUP).stream()
                .map(SynthTemplate::withoutHash)
                .toList();
    }

    private static Map<String, Object> name(String targets) {
        return Map.of("Fn::GetAtt", List.of(targets, "TargetGroupName"));
    }
}
