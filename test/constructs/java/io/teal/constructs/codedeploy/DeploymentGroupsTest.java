package io.teal.constructs.codedeploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.constructs.SampleService;
import io.teal.constructs.SynthTemplate;
import io.teal.release.Color;
import io.teal.release.Release;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.services.codedeploy.ServerDeploymentConfig;

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
    void whatFailsOrIsStoppedRollsBackAndWithAlarmsWhatTheyStop() {
        assertThat(rollbackEvents(0)).isEqualTo(List.of("DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_REQUEST"));
        assertThat(rollbackEvents(1))
                .isEqualTo(List.of("DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_REQUEST", "DEPLOYMENT_STOP_ON_ALARM"));
    }

    @Test
    void oneHostAtATimeIsOutOfServiceUnlessAskedOtherwise() {
        SynthTemplate half = SampleService.blueOnly()
                .with((stack, props) -> props.codeDeploy(DeploymentGroupsOptions.builder()
                        .deploymentConfig(ServerDeploymentConfig.HALF_AT_A_TIME)
                        .build()))
                .synth();
        assertThat(SampleService.blueOnly().codeDeploy(0).synth().property(BLUE, "DeploymentConfigName"))
                .isEqualTo("CodeDeployDefault.OneAtATime");
        assertThat(half.property(BLUE, "DeploymentConfigName")).isEqualTo("CodeDeployDefault.HalfAtATime");
    }

    @Test
    void moreAlarmsThanCodeDeployTakesAreRefused() {
        SampleService service = SampleService.blueOnly().codeDeploy(11);
        assertThatThrownBy(service::service)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("alarms must be 10 or fewer, got 11; CodeDeploy takes no more, combine some in a composite"
                        + " alarm");
        assertThat(SampleService.blueOnly().codeDeploy(10).synth().ids(GROUP)).hasSize(1);
    }

    private static Object rollbackEvents(int alarms) {
        return SampleService.blueOnly()
                .codeDeploy(alarms)
                .synth()
                .property(BLUE, "AutoRollbackConfiguration", "Events");
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
