package io.teal.constructs.internal.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.teal.constructs.FleetOptions;
import io.teal.constructs.InPlaceOptions;
import io.teal.constructs.OneFleetService;
import io.teal.constructs.RefusalText;
import io.teal.constructs.RollingOptions;
import io.teal.constructs.SampleService;
import io.teal.constructs.SynthTemplate;
import io.teal.constructs.Way;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.codedeploy.ServerApplication;
import software.amazon.awscdk.services.codedeploy.ServerDeploymentGroup;

class InPlaceTest {
    private static final String GROUP = "OrdersFleetGroupASG";
    private static final String DEPLOYMENTS = "OrdersFleetCodeDeployGroup";
    private static final String INSTALL = "OrdersFleetReleaseInstall";

    private final SynthTemplate template = template(service -> service);

    private static OneFleetService.Builder service(Stack stack) {
        return OneFleetService.Builder.create(stack, "Orders")
                .serviceName("orders")
                .version(SampleService.ONE)
                .vpc(SampleService.existingVpc(stack))
                .delivery(SampleService.revisions(stack))
                .way(Way.inPlace(InPlaceOptions.builder().build()));
    }

    private static Stack stack() {
        return new Stack(new App(AppProps.builder().outdir(SampleService.OUT).build()), SampleService.STACK);
    }

    private static OneFleetService made(UnaryOperator<OneFleetService.Builder> change) {
        return change.apply(service(stack())).build();
    }

    private static SynthTemplate template(UnaryOperator<OneFleetService.Builder> change) {
        return SynthTemplate.of(made(change));
    }

    private static UnaryOperator<OneFleetService.Builder> with(UnaryOperator<InPlaceOptions.Builder> options) {
        return service ->
                service.way(Way.inPlace(options.apply(InPlaceOptions.builder()).build()));
    }

    @Test
    void halfOfTheHostsAreTakenOutOfTheLoadBalancerAtATimeAndCodeDeployNeverGoesBackByItself() {
        assertThat(template.properties(DEPLOYMENTS))
                .containsEntry("OutdatedInstancesStrategy", "UPDATE")
                .containsEntry("AutoRollbackConfiguration", Map.of("Enabled", false));
        assertThat(template.properties(DEPLOYMENTS).toString())
                .contains(
                        "CodeDeployDefault.HalfAtATime",
                        "DeploymentOption=WITH_TRAFFIC_CONTROL",
                        "TargetGroupInfoList");
        assertThat(template(with(options -> options.oneAtATime()))
                        .properties(DEPLOYMENTS)
                        .toString())
                .contains("CodeDeployDefault.OneAtATime");
    }

    @Test
    void everyAlarmOfTheServiceStopsADeploymentAndSoDoOnesThatCannotBeRead() {
        assertThat(template.properties(DEPLOYMENTS).toString())
                .contains("HealthErrors", "HealthLatency", "HealthMissingHosts", "IgnorePollAlarmFailure=false");
    }

    @Test
    @SuppressWarnings("unchecked")
    void installIsToldThatItInstallsWhereTrafficIsAndHowLongToWatch() {
        Map<String, Object> install = (Map<String, Object>) template.property(INSTALL, "Install");
        assertThat(install)
                .containsEntry("InPlace", "true")
                .containsEntry("Bake", "600")
                .containsEntry("Timeout", "1200");
        assertThat(template.property(INSTALL, "Install", "Key")).isEqualTo("orders/1.0.0.zip");
    }

    @Test
    void installComesLastAndTheGroupAfterTheWayIn() {
        assertThat(template.dependsOn(INSTALL)).contains(GROUP, DEPLOYMENTS, "OrdersFleetHealthErrors");
        assertThat(template.graph().waits(template.id(INSTALL), template.id("OrdersTrafficLoadBalancerProduction")))
                .isTrue();
        assertThat(template.graph().cycle()).isEmpty();
    }

    @Test
    void aReleaseChangesTheRevisionAndTheTagAndNoLaunchTemplate() {
        SynthTemplate next = template(service -> service.version(SampleService.TWO));
        assertThat(next.ids("EC2::LaunchTemplate")).hasSize(1);
        assertThat(next.properties("OrdersFleetLaunchTemplate"))
                .isEqualTo(template.properties("OrdersFleetLaunchTemplate"));
        assertThat(next.resource(GROUP).get("UpdatePolicy").toString()).doesNotContain("InstanceRefresh");
        assertThat(next.property(INSTALL, "Install", "Key")).isEqualTo("orders/2.0.0.zip");
    }

    @Test
    void theAlarmOnMissingHostsBearsThoseThatAreInstalled() {
        UnaryOperator<OneFleetService.Builder> five =
                service -> service.fleet(FleetOptions.builder().minCapacity(5).build());
        assertThat(template(five).properties("OrdersFleetHealthMissingHosts").toString())
                .contains("3 - healthy");
        assertThat(template(service -> with(options -> options.oneAtATime()).apply(five.apply(service)))
                        .properties("OrdersFleetHealthMissingHosts")
                        .toString())
                .contains("4 - healthy");
    }

    @Test
    void theFunctionMayDeployWithoutAlarmsAndMoveNoWeights() {
        String role =
                template.properties("OrdersFleetReleaseMachineryFunctionRole").toString();
        assertThat(role)
                .contains("codedeploy:CreateDeployment", "codedeploy:UpdateDeploymentGroup")
                .doesNotContain("ModifyListener", "ModifyRule", "SetDesiredCapacity");
    }

    @Test
    void whatCannotBeInstalledInPlaceIsRefused() {
        assertThatThrownBy(() -> made(service -> service.delivery(SampleService.images())))
                .extracting(RefusalText::of, STRING)
                .contains("use Delivery.codeDeploy, or Way.rolling");
        assertThatThrownBy(() -> made(service ->
                        service.fleet(FleetOptions.builder().minCapacity(1).build())))
                .hasMessageContaining("must be 2 or more, got 1");
        assertThatThrownBy(() -> made(service ->
                        service.way(Way.rolling(RollingOptions.builder().build()))))
                .hasMessageContaining("Delivery.codeDeploy is not for Way.rolling");
    }

    @Test
    void timesThatDoNotFitIntoTheHourThatCloudFormationWaitsAreRefused() {
        InPlaceOptions.Builder longer =
                InPlaceOptions.builder().timeout(Duration.minutes(40)).bakeTime(Duration.minutes(16));
        assertThatThrownBy(longer::build)
                .hasMessageContaining("55 min together or less")
                .hasMessageContaining("got 56");
    }

    @Test
    void anotherDeploymentGroupOnTheFleetIsAnErrorOfTheSynthesis() {
        OneFleetService service = made(same -> same);
        ServerDeploymentGroup.Builder.create(service, "Other")
                .application(new ServerApplication(service, "App"))
                .autoScalingGroups(List.of(service.getAutoScalingGroup()))
                .build();
        assertThatThrownBy(() -> ((App) service.getNode().getRoot()).synth())
                .hasMessageContaining("CodeDeploy needs one group for each Auto Scaling group");
    }
}
