package io.teal.constructs.internal.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.constructs.FleetOptions;
import io.teal.constructs.FleetSchedule;
import io.teal.constructs.OneFleetService;
import io.teal.constructs.ReleaseContext;
import io.teal.constructs.RollingOptions;
import io.teal.constructs.SampleService;
import io.teal.constructs.TrafficOptions;
import io.teal.constructs.Way;
import io.teal.release.BadReleaseException;
import io.teal.release.Version;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Template;
import software.amazon.awscdk.services.autoscaling.Schedule;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.ec2.Peer;

@SuppressWarnings("unchecked")
class OneFleetServiceTest {
    private static final String GROUP = "AWS::AutoScaling::AutoScalingGroup";

    private static Stack stack(Map<String, Object> context) {
        return new Stack(
                new App(AppProps.builder()
                        .context(context)
                        .outdir(SampleService.OUT)
                        .build()),
                "shop");
    }

    private static OneFleetService.Builder service(Stack stack) {
        return OneFleetService.Builder.create(stack, "Orders")
                .serviceName("orders")
                .version(SampleService.ONE)
                .vpc(SampleService.existingVpc(stack))
                .delivery(SampleService.images())
                .way(Way.rolling(RollingOptions.builder().build()));
    }

    private static Template template(UnaryOperator<OneFleetService.Builder> change) {
        Stack stack = stack(Map.of());
        change.apply(service(stack)).build();
        return Template.fromStack(stack);
    }

    private static Map<String, Object> group(Template template) {
        return template.findResources(GROUP).values().iterator().next();
    }

    private static Map<String, Object> at(Map<String, Object> from, String... path) {
        Map<String, Object> found = from;
        for (String name : path) {
            found = (Map<String, Object>) found.get(name);
        }
        return found;
    }

    private static Map<String, Object> preferences(Template template) {
        return at(group(template), "UpdatePolicy", "AutoScalingInstanceRefresh", "Preferences");
    }

    @Test
    void theFleetFollowsTheClockAndTheRequestsOfItsTargetGroupIfItIsTold() {
        Template template = template(service -> service.fleet(FleetOptions.builder()
                .requestsPerHost(600)
                .schedules(FleetSchedule.at("Morning", Schedule.expression("0 8 * * *"), 4))
                .build()));
        assertThat(template.findResources("AWS::AutoScaling::ScheduledAction")).hasSize(1);
        assertThat(template.findResources("AWS::AutoScaling::ScalingPolicy").toString())
                .contains("ALBRequestCountPerTarget", "TargetGroupFullName", "TargetValue=600");
    }

    @Test
    void hostsAreLaunchedBeforeOthersAreEndedWithPausesAndABake() {
        assertThat(preferences(template(service -> service)))
                .containsEntry("MinHealthyPercentage", 100)
                .containsEntry("MaxHealthyPercentage", 200)
                .containsEntry("CheckpointPercentages", List.of(20, 50, 100))
                .containsEntry("CheckpointDelay", 300)
                .containsEntry("BakeTime", 600)
                .containsEntry("SkipMatching", true);
    }

    @Test
    void anAlarmOfAnotherStackIsImported() {
        Stack stack = stack(Map.of());
        Alarm elsewhere = SampleService.alarm(new Stack((App) stack.getNode().getRoot(), "alarms"), 1);
        service(stack)
                .way(Way.rolling(
                        RollingOptions.builder().alarms(List.of(elsewhere)).build()))
                .build();
        assertThat(Template.fromStack(stack).findResources("AWS::Events::Rule").toString())
                .contains("alarms:");
    }

    @Test
    void theVersionChangesTheLaunchTemplateAndNothingOfThePolicy() {
        Map<String, Object> one = template(service -> service).toJSON();
        Map<String, Object> two =
                template(service -> service.version(SampleService.TWO)).toJSON();
        Map<String, Map<String, Object>> before = (Map<String, Map<String, Object>>) one.get("Resources");
        Map<String, Map<String, Object>> after = (Map<String, Map<String, Object>>) two.get("Resources");
        assertThat(after.keySet()).isEqualTo(before.keySet());
        assertThat(before.keySet().stream()
                        .filter(id -> !before.get(id).equals(after.get(id)))
                        .map(id -> before.get(id).get("Type")))
                .containsExactly("AWS::EC2::LaunchTemplate");
    }

    @Test
    void theGroupFollowsTheNumberOfTheNewestLaunchTemplateVersion() {
        Map<String, Object> version =
                at(group(template(service -> service)), "Properties", "LaunchTemplate", "Version");
        assertThat((List<String>) version.get("Fn::GetAtt")).last().isEqualTo("LatestVersionNumber");
    }

    @Test
    void theListenerAndTheRulesOfTheFirewallAreThereBeforeTheFirstHost() {
        Template template = template(service -> service);
        assertThat((List<String>) group(template).get("DependsOn"))
                .containsAll(template.findResources("AWS::ElasticLoadBalancingV2::Listener")
                        .keySet())
                .containsAll(
                        template.findResources("AWS::EC2::SecurityGroupEgress").keySet());
    }

    @Test
    void aSingleHostIsRefused() {
        assertThatThrownBy(() -> template(service ->
                        service.fleet(FleetOptions.builder().minCapacity(1).build())))
                .hasMessageStartingWith("minCapacity of a service on one fleet must be 2 or more, got 1");
    }

    @Test
    void whatOnlyTwoColoursHaveIsRefusedByName() {
        TrafficOptions previews =
                TrafficOptions.builder().previewClients(Peer.ipv4("10.0.0.0/8")).build();
        assertThatThrownBy(() -> template(service -> service.traffic(previews)))
                .hasMessageStartingWith("previewClients is for a service of two colours");
    }

    @Test
    void aDeliveryThatNothingInstallsHereIsRefused() {
        assertThatThrownBy(() -> {
                    Stack stack = stack(Map.of());
                    service(stack).delivery(SampleService.revisions(stack)).build();
                })
                .hasMessageStartingWith("Delivery.codeDeploy is not for Way.rolling");
    }

    @Test
    void checkpointsThatLeaveHostsBehindAreRefused() {
        assertThatThrownBy(() ->
                        RollingOptions.builder().checkpoints(List.of(20, 50)).build())
                .hasMessageContaining("the last of checkpoints must be 100");
        assertThatThrownBy(() -> RollingOptions.builder()
                        .checkpoints(List.of(50, 20, 100))
                        .build())
                .hasMessageContaining("ascend");
    }

    @Test
    void pausesAndBakeThatAreLongerThanCloudFormationWaitsAreRefused() {
        Consumer<Duration> pause =
                time -> RollingOptions.builder().checkpointDelay(time).build();
        pause.accept(Duration.hours(11));
        assertThatThrownBy(() -> pause.accept(Duration.hours(12)))
                .hasMessageStartingWith(
                        "checkpointDelay at 3 checkpoints and bakeTime must be 122400 seconds (34 hours)"
                                + " or less together")
                .hasMessageEndingWith("got 130200");
        assertThatThrownBy(() -> pause.accept(Duration.days(3)))
                .hasMessageStartingWith("checkpointDelay must be from 0 to 122400");
    }

    @Test
    void theVersionIsAFlag() {
        assertThat(ReleaseContext.version(stack(Map.of("version", "2.0.0")), "orders"))
                .isEqualTo(Version.of("2.0.0"));
        assertThat(ReleaseContext.version(stack(Map.of("orders.version", "2.0.0")), "orders"))
                .isEqualTo(Version.of("2.0.0"));
    }

    @Test
    void noVersionIsRefusedWithTheFlagToWrite() {
        Stack stack = stack(Map.of());
        assertThatThrownBy(() -> ReleaseContext.version(stack, "orders"))
                .hasMessage("no version of orders is given")
                .satisfies(refused -> assertThat(((BadReleaseException) refused).hint())
                        .isEqualTo("give its version, -c version=1.0.0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"activeColor", "blueVersion", "greenVersion", "candidatePercent", "strategy", "allow"})
    void aFlagOfColoursIsRefusedByName(String flag) {
        Stack stack = stack(Map.of("orders.version", "1.0.0", "orders." + flag, "5"));
        assertThatThrownBy(() -> ReleaseContext.version(stack, "orders"))
                .hasMessage(flag + " is for a service of two colours, and orders runs on one fleet")
                .satisfies(refused ->
                        assertThat(((BadReleaseException) refused).hint()).endsWith("-c orders.version=1.0.0"));
    }
}
