package io.teal.rehearsal.scenario;

import static io.teal.rehearsal.scenario.Expectation.AT_HOME;
import static io.teal.rehearsal.scenario.Expectation.HOME;
import static io.teal.rehearsal.scenario.Expectation.LOSES_NOTHING;
import static io.teal.rehearsal.scenario.Expectation.PROMOTED;

import io.teal.rehearsal.journey.Leg;
import io.teal.rehearsal.run.RehearsalSettings;
import io.teal.rehearsal.run.UnusualConditions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Scenarios without a fault, and those in which alarms, the load balancer or the requests are unusual. */
final class OtherScenarios {
    private static final Function<RehearsalSettings, UnusualConditions> USUAL = settings -> UnusualConditions.USUAL;

    static final List<Scenario> ALL = List.of(
            undisturbed(
                    "idle",
                    "nothing is wrong, and nothing is released",
                    ReleaseScript.STRAIGHT.of(ReleaseScript.Undertaking.LEFT_ALONE),
                    HOME),
            undisturbed("none", "nothing is wrong", ReleaseScript.STRAIGHT, PROMOTED),
            stepwise("canary", ReleaseScript.CANARY),
            stepwise("linear", ReleaseScript.LINEAR),
            undisturbed(
                    "taken-back",
                    "another resource of the stack fails after the release",
                    ReleaseScript.STRAIGHT.of(ReleaseScript.Undertaking.TAKEN_BACK),
                    HOME),
            alarms(
                    "flapping-alarm",
                    "F8",
                    "an alarm is in ALARM for a minute, then OK",
                    ReleaseScript.ALARM,
                    "ALARM",
                    "OK"),
            alarms("silent-alarm", "F9", "an alarm has no data", "gave up: alarms NO_DATA", "INSUFFICIENT_DATA"),
            alarms("deleted-alarm", "F9", "an alarm is deleted", "gave up: alarms UNREADABLE", "DELETED"),
            new Scenario(
                    "late-node",
                    "F27",
                    "one node of the load balancer sees each change of weights two minutes late",
                    settings -> new UnusualConditions(Map.of(), Duration.ofSeconds(119), Duration.ZERO),
                    ReleaseScript.STRAIGHT.endsAfter(Duration.ZERO),
                    List.of(LOSES_NOTHING, PROMOTED)),
            new Scenario(
                    "long-requests",
                    "F28",
                    "one request in two hundred takes 55 seconds",
                    settings -> new UnusualConditions(
                            Map.of(), Duration.ZERO, settings.timescale().real(Duration.ofSeconds(55))),
                    ReleaseScript.STRAIGHT.endsAfter(Duration.ofSeconds(25)),
                    List.of(LOSES_NOTHING, PROMOTED)),
            new Scenario(
                    "sticky-clients",
                    "F15 F34",
                    "clients stay with their colour, and an operator moves all traffic back by hand",
                    USUAL,
                    ReleaseScript.STRAIGHT
                            .of(ReleaseScript.Undertaking.BROUGHT_BACK)
                            .by("canary:50%,10m")
                            .goesBack("live weights are 100/0")
                            .when(
                                    Leg.Moment.TRAFFIC_MOVES,
                                    Duration.ofMinutes(3),
                                    service -> service.giveAllWeight("blue")),
                    List.of(LOSES_NOTHING, HOME, AT_HOME)));

    private OtherScenarios() {}

    private static Scenario stepwise(String name, String strategy) {
        return undisturbed(
                name, "nothing is wrong; traffic moves by " + strategy, ReleaseScript.STRAIGHT.by(strategy), PROMOTED);
    }

    /** By the clock without a fault, only a release in one update loses requests. */
    private static Scenario undisturbed(String name, String what, ReleaseScript course, Expectation end) {
        return new Scenario(name, "F1", what, USUAL, course.startsFor(Duration.ZERO), List.of(LOSES_NOTHING, end));
    }

    private static Scenario alarms(String name, String rows, String what, String reason, String... states) {
        return new Scenario(
                name,
                rows,
                what,
                USUAL,
                ReleaseScript.STRAIGHT
                        .by(ReleaseScript.CANARY)
                        .goesBack(reason)
                        .when(
                                Leg.Moment.TRAFFIC_MOVES,
                                Duration.ofMinutes(1),
                                service -> service.forceAlarms("GreenHealthErrors", List.of(states))),
                List.of(LOSES_NOTHING, HOME));
    }
}
