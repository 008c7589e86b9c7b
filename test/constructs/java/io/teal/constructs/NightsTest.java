package io.teal.constructs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.release.Color;
import io.teal.release.Release;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.autoscaling.CronOptions;
import software.amazon.awscdk.services.autoscaling.Schedule;

/** C14: schedules that take all hosts away for the night. */
class NightsTest {
    private static final FleetSchedule MORNING =
            FleetSchedule.at("Morning", cron("7"), 2).in("Europe/Berlin");
    private static final FleetSchedule NIGHT =
            FleetSchedule.at("Night", cron("20"), 0).in("Europe/Berlin");
    private static final FleetOptions.Builder SLEEPS = FleetOptions.builder().schedules(MORNING, NIGHT);

    @Test
    void theActiveColourHasNoHostsFromTheScheduledTime() {
        SynthTemplate template = sleeping().synth();
        assertThat(template.properties("OrdersBlueGroupScheduledActionNight"))
                .containsEntry("MinSize", 0)
                .containsEntry("DesiredCapacity", 0)
                .containsEntry("Recurrence", "0 20 * * 1-5")
                .containsEntry("TimeZone", "Europe/Berlin")
                .doesNotContainKey("MaxSize");
        assertThat(template.properties("OrdersBlueGroupScheduledActionMorning"))
                .containsEntry("MinSize", 2)
                .doesNotContainKey("DesiredCapacity");
        assertThat(template.ids("AutoScaling::ScheduledAction")).hasSize(2).allMatch(id -> id.contains("Blue"));
    }

    @Test
    void aNewFleetStartsWithHostsAtAnyTime() {
        assertThat(sleeping().synth().properties("OrdersGreenGroupASG")).containsEntry("MinSize", "2");
    }

    @Test
    void preflightAndShiftKnowTheNightsAndTheFewestHosts() {
        SynthTemplate template = sleeping().synth();
        for (String resource : List.of("OrdersCutoverPreflight", "OrdersCutoverShift")) {
            assertThat(template.properties(resource))
                    .containsEntry("Nights", List.of("Night 0 20 * * 1-5 Europe/Berlin"))
                    .containsEntry("MinCapacity", "2");
        }
        assertThat(SampleService.both().synth().properties("OrdersCutoverShift"))
                .doesNotContainKeys("Nights", "MinCapacity");
    }

    /** They would send all traffic to a fleet that may sleep. */
    @Test
    void thereAreNoCommandsThatMoveAllTrafficBlindly() {
        assertThat(outputs(SampleService.both())).anyMatch(name -> name.contains("RollbackTo"));
        assertThat(outputs(sleeping())).noneMatch(name -> name.contains("RollbackTo"));
    }

    @Test
    void nightsThatNothingEndsAreRefused() {
        assertThatThrownBy(() -> FleetOptions.builder().schedules(NIGHT).build())
                .hasMessage("schedules take all hosts away and none starts any again");
    }

    @Test
    void nightsWhoseTimesCannotBeKnownAreRefused() {
        assertThatThrownBy(() -> FleetSchedule.at("Night", Schedule.expression("0 20 L * *"), 0))
                .hasMessageContaining("its times must be known: cannot read '0 20 L * *'");
        assertThatThrownBy(() -> NIGHT.in("Europe/Atlantis")).hasMessageContaining("unknown time zone");
    }

    @Test
    void hostsThatCodeDeployInstallsHaveNoNights() {
        SampleService service = sleeping().with((stack, props) -> props.delivery(SampleService.revisions(stack)));
        assertThatThrownBy(service::service)
                .hasMessage("schedule Night takes all hosts away, and CodeDeploy installs on hosts that are there");
    }

    @Test
    void hostsThatBothColoursShareHaveNoNights() {
        assertThatThrownBy(() -> SampleHosts.service(
                        Release.first(Color.BLUE, SampleService.ONE), service -> service.fleet(SLEEPS.build())))
                .hasMessage("schedule Night takes all hosts away, and both colours share the hosts");
    }

    @Test
    void oneFleetHasNoNights() {
        Stack stack = SampleService.stack();
        OneFleetService.Builder service = OneFleetService.Builder.create(stack, "Orders")
                .serviceName("orders")
                .version(SampleService.ONE)
                .vpc(SampleService.existingVpc(stack))
                .delivery(SampleService.images())
                .fleet(SLEEPS.build())
                .way(Way.rolling(RollingOptions.builder().build()));
        assertThatThrownBy(service::build)
                .hasMessage("schedule Night takes all hosts away, and a service on one fleet is released host by host");
    }

    private static SampleService sleeping() {
        return SampleService.both().fleet(options -> options.schedules(MORNING, NIGHT));
    }

    private static List<String> outputs(SampleService service) {
        return List.copyOf(Map.copyOf(service.synth().outputs()).keySet());
    }

    private static Schedule cron(String hour) {
        return Schedule.cron(
                CronOptions.builder().weekDay("1-5").hour(hour).minute("0").build());
    }
}
