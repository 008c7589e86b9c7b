package io.teal.constructs.internal.cutover;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.constructs.SampleService;
import io.teal.constructs.SynthTemplate;
import io.teal.constructs.TemplateDiff;
import io.teal.release.Color;
import io.teal.release.Release;
import io.teal.release.Version;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Versions that CodeDeploy installs, in the template. */
@SuppressWarnings("unchecked")
class InstallTest {
    private static final String INSTALL = "OrdersCutoverInstallGreen";
    private static final String TYPE = "Custom::TealInstall";

    private final SynthTemplate template = SampleService.both().codeDeploy(0).synth();

    @Test
    void eachFleetHasItsInstallAndAServiceWithoutCodeDeployHasNone() {
        assertThat(template.resource(INSTALL)).containsEntry("Type", TYPE);
        assertThat(template.resource("OrdersCutoverInstallBlue")).containsEntry("Type", TYPE);
        SynthTemplate one = SampleService.blueOnly().codeDeploy(0).synth();
        assertThat(one.json().toString()).contains("InstallBlue").doesNotContain("InstallGreen");
        assertThat(SampleService.both().synth().json().toString()).doesNotContain("Install", "codedeploy");
    }

    @Test
    void itComesAfterItsFleetAndDeploymentGroupAndBeforeShift() {
        assertThat(template.dependsOn(INSTALL))
                .contains("OrdersCutoverPreflight", "OrdersGreenGroupASG", "OrdersCodeDeployGreen");
        assertThat(template.dependsOn("OrdersCutoverShift")).contains(INSTALL, "OrdersCutoverInstallBlue");
        assertThat(template.graph().waits(template.id("OrdersCodeDeployGreen"), template.id("OrdersGreenGroupASG")))
                .isTrue();
    }

    @Test
    void itIsToldWhatShiftIsToldAndWhereTheRevisionIs() {
        Map<String, Object> told = new TreeMap<>(template.properties(INSTALL));
        Map<String, Object> install = (Map<String, Object>) told.remove("Install");
        assertThat(told).isEqualTo(template.properties("OrdersCutoverShift"));
        assertThat(install)
                .isEqualTo(Map.of(
                        "Color",
                        "GREEN",
                        "Application",
                        Map.of("Ref", template.id("OrdersCodeDeployApplication")),
                        "DeploymentGroup",
                        Map.of("Ref", template.id("OrdersCodeDeployGreen")),
                        "Bucket",
                        "revisions",
                        "Key",
                        "orders/2.0.0.zip",
                        "Timeout",
                        "1200"));
    }

    @Test
    void theVersionIsNowhereInTheLaunchTemplate() {
        assertThat(TemplateDiff.between(template, next()))
                .noneMatch(line -> line.contains("LaunchTemplate"))
                .contains("~ Resources.OrdersGreenGroupASG.Properties.Tags.3.Value");
    }

    @Test
    void anotherVersionChangesTheKeyOfItsOwnColorOnly() {
        assertThat(TemplateDiff.between(template, next()))
                .contains("~ Resources.OrdersCutoverInstallGreen.Properties.Install.Key")
                .doesNotContain("~ Resources.OrdersCutoverInstallBlue.Properties.Install.Key");
    }

    @Test
    void autoScalingDoesNotReplaceAHostThatWaitsForItsFirstInstallation() {
        assertThat(template.properties("OrdersGreenGroupASG"))
                .containsEntry("HealthCheckType", "EC2")
                .containsEntry("HealthCheckGracePeriod", 300);
        assertThat(SampleService.both().synth().properties("OrdersGreenGroupASG"))
                .containsEntry("HealthCheckType", "ELB");
    }

    @Test
    void theFunctionMayDeployToThisServicesGroupsAndTagItsHostsWithTheirVersionOnly() {
        Map<String, Object> deploys = statement("codedeploy:CreateDeployment");
        assertThat(deploys.get("Resource").toString())
                .contains(":deploymentgroup:", "{Ref=" + template.id("OrdersCodeDeployApplication") + "}, /*");
        Map<String, Object> tags = statement("ec2:CreateTags");
        assertThat(tags.get("Resource").toString()).contains(":instance/*");
        assertThat(tags.get("Condition"))
                .isEqualTo(Map.of(
                        "StringEquals",
                        Map.of(
                                "aws:ResourceTag/aws:autoscaling:groupName",
                                List.of("shop-orders-blue", "shop-orders-green")),
                        "ForAllValues:StringEquals",
                        Map.of("aws:TagKeys", List.of("teal:version")),
                        "Null",
                        Map.of("aws:TagKeys", "false")));
    }

    @Test
    void whatItMayDoOnEverythingIsExactlyThis() {
        Set<String> actions = new TreeSet<>();
        statements().stream()
                .filter(statement -> "*".equals(statement.get("Resource")))
                .forEach(statement -> actions.addAll(actions(statement)));
        assertThat(actions)
                .filteredOn(action -> action.startsWith("codedeploy:") || action.startsWith("tag:Tag"))
                .containsExactly(
                        "codedeploy:BatchGetDeploymentTargets",
                        "codedeploy:ListDeploymentTargets",
                        "codedeploy:StopDeployment",
                        "tag:TagResources");
    }

    private static SynthTemplate next() {
        return SampleService.of(Release.first(Color.BLUE, SampleService.ONE).start(Version.of("2.0.1")))
                .codeDeploy(0)
                .synth();
    }

    private Map<String, Object> statement(String action) {
        return statements().stream()
                .filter(statement -> actions(statement).contains(action))
                .findFirst()
                .orElseThrow();
    }

    private List<Map<String, Object>> statements() {
        List<Map<String, Object>> policies =
                (List<Map<String, Object>>) template.property("OrdersCutoverMachineryFunctionRole", "Policies");
        Map<String, Object> document = (Map<String, Object>) policies.get(0).get("PolicyDocument");
        return (List<Map<String, Object>>) document.get("Statement");
    }

    private static List<String> actions(Map<String, Object> statement) {
        Object actions = statement.get("Action");
        return actions instanceof List<?> list ? (List<String>) list : List.of(actions.toString());
    }
}
