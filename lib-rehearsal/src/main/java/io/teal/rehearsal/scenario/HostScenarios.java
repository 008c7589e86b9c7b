package io.teal.rehearsal.scenario;

import static io.teal.rehearsal.scenario.Expectation.HOME;
import static io.teal.rehearsal.scenario.Expectation.LOSES_NOTHING;
import static io.teal.rehearsal.scenario.Expectation.PROMOTED;
import static io.teal.rehearsal.scenario.Expectation.UNSEEN;
import static io.teal.rehearsal.scenario.Expectation.losesAtMost;
import static io.teal.rehearsal.scenario.Faulty.capacity;
import static io.teal.rehearsal.scenario.Faulty.host;
import static io.teal.rehearsal.scenario.Faulty.seconds;
import static io.teal.rehearsal.scenario.Faulty.version2;

import java.time.Duration;
import java.util.List;

/** Scenarios in which the hosts of 2.0.0 are no good. */
final class HostScenarios {
    private static final String OWN = "500 from green 2\\.0\\.0";
    private static final String ITS_OWN = "what 2.0.0 answered 500";

    private HostScenarios() {}

    static Scenario crashOnBoot() {
        return unseen("crash-on-boot", "F2", "hosts of 2.0.0 end as soon as they begin", "CRASHES");
    }

    static Scenario neverHealthy() {
        return unseen("never-healthy", "F23", "hosts of 2.0.0 fail their checks", "NEVER_HEALTHY");
    }

    private static Scenario unseen(String name, String rows, String what, String fault) {
        return new Scenario(name, rows, what, host(fault), neverReady(), List.of(LOSES_NOTHING, HOME, UNSEEN));
    }

    static Scenario slowBoot() {
        ReleaseScript.FixedWaits sooner =
                new ReleaseScript.FixedWaits(Duration.ofMinutes(2), ReleaseScript.FixedWaits.CAREFUL.beforeTheEnd());
        return bootsIn("slow-boot", 4, ReleaseScript.STRAIGHT.against(sooner), PROMOTED);
    }

    static Scenario tooSlowBoot() {
        return bootsIn("too-slow-boot", 30, neverReady(), HOME);
    }

    static Scenario errorsInCanary() {
        return errorsLater(
                "errors-later",
                3,
                ReleaseScript.STRAIGHT.by(ReleaseScript.CANARY).goesBack(ReleaseScript.ALARM),
                20);
    }

    static Scenario errorsInBake() {
        return errorsLater("errors-in-bake", 5, ReleaseScript.STRAIGHT.goesBack(ReleaseScript.ALARM), 50);
    }

    private static Scenario bootsIn(String name, int minutes, ReleaseScript course, Expectation end) {
        return new Scenario(
                name,
                "F3",
                "hosts of 2.0.0 listen after " + minutes + " minutes",
                settings -> version2("BOOTS_IN:" + seconds(settings, Duration.ofMinutes(minutes))),
                course,
                List.of(LOSES_NOTHING, end));
    }

    static Scenario errors() {
        return errors("errors", ReleaseScript.CANARY, 20);
    }

    static Scenario errorsInLinear() {
        return errors("errors-in-linear", ReleaseScript.LINEAR, 25);
    }

    private static Scenario errors(String name, String strategy, int percent) {
        return new Scenario(
                name,
                "F4",
                "2.0.0 is healthy and answers 500; traffic moves by " + strategy,
                host("ERRORS"),
                ReleaseScript.STRAIGHT.by(strategy).goesBack(ReleaseScript.ALARM),
                List.of(losesAtMost(percent, ITS_OWN, OWN), HOME));
    }

    private static Scenario errorsLater(String name, int minutes, ReleaseScript course, int percent) {
        return new Scenario(
                name,
                "F5",
                "2.0.0 answers 500 from " + minutes + " minutes on",
                settings -> version2("ERRORS_AFTER:" + seconds(settings, Duration.ofMinutes(minutes))),
                course,
                List.of(losesAtMost(percent, ITS_OWN, OWN), HOME));
    }

    static Scenario slow() {
        return new Scenario(
                "slow",
                "F6",
                "2.0.0 takes four seconds for each answer",
                host("SLOW:4000"),
                ReleaseScript.STRAIGHT.by(ReleaseScript.CANARY).goesBack(ReleaseScript.ALARM),
                List.of(LOSES_NOTHING, HOME));
    }

    static Scenario dies() {
        return new Scenario(
                "dies-in-bake",
                "F7",
                "hosts of 2.0.0 end by themselves after 6 minutes of traffic",
                settings -> version2("DIES_AFTER:" + seconds(settings, Duration.ofMinutes(6))),
                ReleaseScript.STRAIGHT.goesBack(""),
                List.of(losesAtMost(20, "what went to the dead hosts", "Green"), HOME));
    }

    static Scenario partlyHealthy() {
        return new Scenario(
                "partly-healthy",
                "F24",
                "half of 2.0.0's hosts fail their checks, and one host alone cannot bear the load",
                settings -> version2("HALF_HEALTHY," + capacity(settings, 0.75)),
                neverReady(),
                List.of(LOSES_NOTHING, HOME, UNSEEN));
    }

    static Scenario closesEarly() {
        return new Scenario(
                "closes-early",
                "F18 F29",
                "2.0.0 closes connections that were idle for a few milliseconds, and does not stop when asked",
                host("CLOSES_AFTER:4,DEAF"),
                ReleaseScript.STRAIGHT,
                List.of(
                        losesAtMost(20, "what was on its way when a connection was closed", "connection closed by"),
                        PROMOTED));
    }

    private static ReleaseScript neverReady() {
        return ReleaseScript.STRAIGHT.goesBack("gave up: green has ");
    }
}
