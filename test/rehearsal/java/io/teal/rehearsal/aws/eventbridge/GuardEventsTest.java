package io.teal.rehearsal.aws.eventbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.rehearsal.TemplateClock;
import io.teal.rehearsal.VirtualTimers;
import io.teal.rehearsal.aws.autoscaling.World;
import io.teal.rehearsal.aws.cloudwatch.AlarmModel;
import io.teal.rehearsal.aws.cloudwatch.Alarms;
import io.teal.rehearsal.aws.cloudwatch.LoadBalancerMetrics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What wakes the guard of a service, on the virtual clock. */
class GuardEventsTest {
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
    private static final GuardEventRule.GuardedService SERVICE = new GuardEventRule.GuardedService("machine", "stack");

    private final World world = World.virtual();
    private final Alarms alarms = new Alarms(new LoadBalancerMetrics(world.balancer, new TemplateClock(world.timers)));
    private final List<String> woken = new ArrayList<>();
    private final GuardEvents events = new GuardEvents(
            world.timers, alarms, rule -> woken.add(rule.service().machine()));

    @BeforeEach
    void begin() {
        alarms.put(AlarmModel.alwaysOk("Errors", ""));
    }

    @AfterEach
    void end() {
        world.close();
    }

    private static GuardEventRule hears(Optional<String> silent) {
        return new GuardEventRule("Alarms", List.of("Errors"), Optional.empty(), SERVICE, silent, Optional.empty());
    }

    private static GuardEventRule schedule() {
        return new GuardEventRule(
                "Schedule", List.of(), Optional.of(FIVE_MINUTES), SERVICE, Optional.empty(), Optional.empty());
    }

    private void pass(Duration time) {
        world.timers.await(world.timers.after(time));
    }

    @Test
    void aScheduleWakesAsOftenAsItSaysUntilItsRuleIsGone() {
        events.put(schedule());
        pass(Duration.ofMinutes(16));
        assertThat(woken).containsExactly("machine", "machine", "machine");
        assertThat(events.wokenBySchedule()).isEqualTo(3);
        events.forget("Schedule");
        pass(Duration.ofHours(1));
        assertThat(woken).hasSize(3);
    }

    @Test
    void anAlarmThatGoesOffWakesOnce() {
        events.put(hears(Optional.empty()));
        pass(Duration.ofMinutes(1));
        assertThat(woken).isEmpty();
        alarms.force("Errors", "ALARM");
        pass(Duration.ofHours(1));
        assertThat(woken).containsExactly("machine");
        assertThat(events.wokenByAlarm()).isEqualTo(1);
        alarms.force("Errors", "OK");
        pass(Duration.ofMinutes(1));
        alarms.force("Errors", "ALARM");
        pass(Duration.ofMinutes(1));
        assertThat(woken).hasSize(2);
    }

    @Test
    void anAlarmThatHasGoneOffBeforeItsRuleIsThereIsNoEvent() {
        alarms.force("Errors", "ALARM");
        events.put(hears(Optional.empty()));
        pass(Duration.ofHours(1));
        assertThat(woken).isEmpty();
    }

    @Test
    void aRuleThatCannotInvokeTheFunctionWakesNobody() {
        events.put(hears(Optional.of("it is disabled")));
        alarms.force("Errors", "ALARM");
        pass(Duration.ofHours(1));
        assertThat(woken).isEmpty();
    }

    /** A run without a guard is as fast as before. */
    @Test
    void withoutARuleNothingIsDue() {
        VirtualTimers timers = new VirtualTimers();
        GuardEvents own = new GuardEvents(timers, alarms, rule -> woken.add("own"));
        own.put(schedule());
        own.put(hears(Optional.empty()));
        own.forget("Schedule");
        own.forget("Alarms");
        assertThatThrownBy(() -> timers.await(new CompletableFuture<>())).hasMessageContaining("nothing is due");
        assertThat(woken).isEmpty();
    }
}
