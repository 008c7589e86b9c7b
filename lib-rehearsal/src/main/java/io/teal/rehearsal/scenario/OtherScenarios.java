package io.teal.rehearsal.scenario;

import static io.teal.rehearsal.scenario.Expectation.AT_HOME;
import static io.teal.rehearsal.scenario.Expectation.HOME;
import static io.teal.rehearsal.scenario.Expectation.LOSES_NOTHING;
import static io.teal.rehearsal.scenario.Expectation.PROMOTED;

import io.teal.rehearsal.journey.Incident;
import io.teal.rehearsal.journey.Leg;
import io.teal.rehearsal.run.UnusualConditions;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Scenarios in which alarms, the load balancer or the requests are unusual. */
final class OtherScenarios {
    private static final String GREEN_ALARM = "GreenHealthErrors";

    private OtherScenarios() {}

    static Scenario flappingAlarm() {
        return alarms(
                "flapping-alarm",
                "F8",
                "an alarm is in ALARM for a minute, then OK",
                ReleaseScript.ALARM,
                "ALARM",
                "OK");
    }

    static Scenario silentAlarm() {
        return alarms("silent-alarm", "F9", "an alarm has no data", "gave up: alarms NO_DATA", "INSUFFICIENT_DATA");
    }

    static Scenario deletedAlarm() {
        return alarms("deleted-alarm", "F9", "an alarm is deleted", "gave up: alarms UNREADABLE", "DELETED");
    }

    private static Scenario alarms(String name, String rows, String what, String reason, String... states) {
        Incident incident = new Incident.AlarmStates(GREEN_ALARM, List.of(states));
        return new Scenario(
                name,
                rows,
                what,
                usual -> UnusualConditions.USUAL,
                ReleaseScript.STRAIGHT
                        .by(ReleaseScript.CANARY)
                        .goesBack(reason)
                        .when(Leg.Moment.TRAFFIC_MOVES, Duration.ofMinutes(1), incident),
                List.of(LOSES_NOTHING, HOME));
    }

    static Scenario lateNode() {
        return new Scenario(
                "late-node",
                "F27",
                "one node of the load balancer sees each change of weights two minutes late",
                usual -> new UnusualConditions(Map.of(), Duration.ofSeconds(119), Duration.ZERO),
                ReleaseScript.STRAIGHT.against(ReleaseScript.FixedWaits.HASTY),
                List.of(LOSES_NOTHING, PROMOTED));
    }

    static Scenario longRequests() {
        return new Scenario(
                "long-requests",
                "F28",
                "one request in fifty takes 90 seconds",
                settings -> new UnusualConditions(
                        Map.of(), Duration.ZERO, settings.timescale().real(Duration.ofSeconds(90))),
                ReleaseScript.STRAIGHT.against(new ReleaseScript.FixedWaits(
                        ReleaseScript.FixedWaits.CAREFUL.beforeTheSwitch(), Duration.ofSeconds(45))),
                List.of(LOSES_NOTHING, PROMOTED));
    }

    /** Teal's listeners have no stickiness; the hand-made pair has. */
    static Scenario stickyClients() {
        return new Scenario(
                "sticky-clients",
                "F15 F34",
                "an operator moves all traffic back by hand; some clients keep cookies",
                usual -> UnusualConditions.USUAL,
                ReleaseScript.STRAIGHT
                        .by("canary:50%,10m")
                        .goesBack("live weights are 100/0")
                        .when(Leg.Moment.TRAFFIC_MOVES, Duration.ofMinutes(3), new Incident.AllWeight("blue")),
                List.of(LOSES_NOTHING, HOME, AT_HOME));
    }
}
