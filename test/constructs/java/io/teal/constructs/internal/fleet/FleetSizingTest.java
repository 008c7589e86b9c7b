package io.teal.constructs.internal.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.constructs.FleetOptions;
import io.teal.constructs.FleetSchedule;
import io.teal.constructs.NetworkOptions;
import io.teal.constructs.SampleService;
import io.teal.constructs.SynthTemplate;
import io.teal.constructs.TrafficOptions;
import io.teal.release.Color;
import io.teal.release.Release;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.services.autoscaling.CronOptions;
import software.amazon.awscdk.services.autoscaling.Schedule;

/** What changes the size of a fleet. */
class FleetSizingTest {
    private static final String SHIFT = "OrdersCutoverShift";
    private static final FleetSchedule MORNING =
            FleetSchedule.at("Morning", cron("8"), 6).in("Europe/Berlin");
    private static final FleetSchedule EVENING = FleetSchedule.at("Evening", cron("20"), 2);

    @Test
    void schedulesAreOnTheActiveColourOnly() {
        assertThat(scheduled(SampleService.both()).synth().ids("AutoScaling::ScheduledAction"))
                .hasSize(2)
                .allMatch(id -> id.startsWith("OrdersBlueGroup"));
        Release promoted = Release.first(Color.BLUE, SampleService.ONE)
                .start(SampleService.TWO)
                .promote();
        assertThat(scheduled(SampleService.of(promoted)).synth().ids("AutoScaling::ScheduledAction"))
                .hasSize(2)
                .allMatch(id -> id.startsWith("OrdersGreenGroup"));
    }

    @Test
    void aScheduleSetsTheMinimumAndNothingElse() {
        assertThat(scheduled(SampleService.both()).synth().properties("OrdersBlueGroupScheduledActionMorning"))
                .containsEntry("MinSize", 6)
                .containsEntry("Recurrence", "0 8 * * *")
                .containsEntry("TimeZone", "Europe/Berlin")
                .doesNotContainKeys("MaxSize", "DesiredCapacity");
    }

    @Test
    void aDeployLeavesTheSizesThatAScheduleHasSet() {
        SynthTemplate template = scheduled(SampleService.both()).synth();
        assertThat(template.resource("OrdersBlueGroupASG").get("UpdatePolicy").toString())
                .contains("AutoScalingScheduledAction={IgnoreUnmodifiedGroupSizeProperties=true}");
    }

    @Test
    void requestsAreCountedAtTheColoursOwnTargetGroup() {
        SynthTemplate template = requests(SampleService.both()).synth();
        for (String color : List.of("Blue", "Green")) {
            Map<String, Object> policy = template.properties("Orders" + color + "Requests");
            assertThat(policy.toString())
                    .contains("PredefinedMetricType=ALBRequestCountPerTarget")
                    .contains("OrdersTrafficLoadBalancer", "LoadBalancerFullName")
                    .contains("OrdersTraffic" + color + "Targets", "TargetGroupFullName")
                    .contains("TargetValue=600", "DisableScaleIn=true");
        }
    }

    @Test
    void countingRequestsClosesNoCircleAndComesBeforeShift() {
        SynthTemplate template = requests(SampleService.both()).synth();
        assertThat(template.graph().cycle()).isEmpty();
        assertThat(template.graph().waits(template.id(SHIFT), template.id("OrdersGreenRequests")))
                .isTrue();
        assertThat(template.graph()
                        .waits(template.id("OrdersGreenRequests"), template.id("OrdersTrafficLoadBalancerProduction")))
                .isFalse();
    }

    @Test
    void shiftWaitsForSchedulesSoThatABadOneStopsTheDeployBeforeTraffic() {
        SynthTemplate template = scheduled(SampleService.both()).synth();
        assertThat(template.graph().waits(template.id(SHIFT), template.id("OrdersBlueGroupScheduledActionEvening")))
                .isTrue();
    }

    @Test
    void requestsBehindANetworkLoadBalancerAreRefused() {
        SampleService service = requests(SampleService.both())
                .with((stack, props) -> props.traffic(TrafficOptions.builder()
                        .network(NetworkOptions.builder().build())
                        .build()));
        assertThatThrownBy(service::service).hasMessageContaining("requestsPerHost needs an Application Load Balancer");
    }

    @Test
    void aScheduleThatCannotBeKeptIsRefused() {
        assertThatThrownBy(() ->
                        FleetOptions.builder().maxCapacity(5).schedules(MORNING).build())
                .hasMessage("schedule Morning: minCapacity must be at most maxCapacity 5, got 6");
        assertThatThrownBy(
                        () -> FleetOptions.builder().schedules(EVENING, EVENING).build())
                .hasMessage("schedules must differ in name, got Evening twice");
        assertThatThrownBy(() -> FleetSchedule.at("Evening", cron("20"), -1)).hasMessageContaining("0 or more, got -1");
        assertThatThrownBy(() -> FleetSchedule.at("in the evening", cron("20"), 1))
                .hasMessageContaining("a letter and up to 30 letters or digits");
    }

    @Test
    void noRequestsIsNoTarget() {
        assertThatThrownBy(() -> FleetOptions.builder().requestsPerHost(0).build())
                .hasMessage("requestsPerHost must be at least 1, got 0");
    }

    private static SampleService scheduled(SampleService service) {
        return service.fleet(options -> options.schedules(MORNING, EVENING));
    }

    private static SampleService requests(SampleService service) {
        return service.fleet(options -> options.requestsPerHost(600).schedules(MORNING));
    }

    private static Schedule cron(String hour) {
        return Schedule.cron(CronOptions.builder().hour(hour).minute("0").build());
    }
}
