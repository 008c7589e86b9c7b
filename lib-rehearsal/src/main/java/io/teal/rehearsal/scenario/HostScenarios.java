package io.teal.rehearsal.scenario;

import static io.teal.rehearsal.scenario.Expectation.HOME;
import static io.teal.rehearsal.scenario.Expectation.LOSES_NOTHING;
import static io.teal.rehearsal.scenario.Expectation.PROMOTED;
import static io.teal.rehearsal.scenario.Expectation.UNSEEN;
import static io.teal.rehearsal.scenario.Expectation.losesAtMost;
import static io.teal.rehearsal.scenario.Faulty.capacity;
import static io.teal.rehearsal.scenario.Faulty.host;
import static io.teal.rehearsal.scenario.Faulty.timed;
import static io.teal.rehearsal.scenario.Faulty.version2;

import io.teal.rehearsal.demo.Fault;
import io.teal.rehearsal.demo.HostFault;
import java.time.Duration;
import java.util.List;

/** Scenarios in which the hosts of 2.0.0 are faulty. */
final class HostScenarios {
    private static final String OWN = "500 from green 2\\.0\\.0";
    private static final String ITS_OWN = "500 answers of 2.0.0";

    private HostScenarios() {}

    static Scenario crashOnBoot() {
        return unseen("crash-on-boot", "F2", "hosts of 2.0.0 exit at start", Fault.CRASHES);
    }

    static Scenario neverHealthy() {
        return unseen("never-healthy", "F23", "hosts of 2.0.0 fail their checks", Fault.NEVER_HEALTHY);
    }

    private static Scenario unseen(String name, String rows, String what, Fault fault) {
        return new Scenario(
                name, rows, what, host(new HostFault(fault)), neverReady(), List.of(LOSES_NOTHING, HOME, UNSEEN));
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
                settings -> version2(timed(Fault.BOOTS_IN, settings, Duration.ofMinutes(minutes))),
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
                host(new HostFault(Fault.ERRORS)),
                ReleaseScript.STRAIGHT.by(strategy).goesBack(ReleaseScript.ALARM),
                List.of(losesAtMost(percent, ITS_OWN, OWN), HOME));
    }

    private static Scenario errorsLater(String name, int minutes, ReleaseScript course, int percent) {
        return new Scenario(
                name,
                "F5",
                "2.0.0 answers 500 from " + minutes + " minutes on",
                settings -> version2(timed(Fault.ERRORS_AFTER, settings, Duration.ofMinutes(minutes))),
                course,
                List.of(losesAtMost(percent, ITS_OWN, OWN), HOME));
    }

    static Scenario slow() {
        return new Scenario(
                "slow",
                "F6",
                "2.0.0 takes four seconds for each answer",
                host(new HostFault(Fault.SLOW, 4000)),
                ReleaseScript.STRAIGHT.by(ReleaseScript.CANARY).goesBack(ReleaseScript.ALARM),
                List.of(LOSES_NOTHING, HOME));
    }

    static Scenario dies() {
        return new Scenario(
                "dies-in-bake",
                "F7",
                "hosts of 2.0.0 exit after 6 minutes of traffic",
                settings -> version2(timed(Fault.DIES_AFTER, settings, Duration.ofMinutes(6))),
                ReleaseScript.STRAIGHT.goesBack(""),
                List.of(losesAtMost(20, "requests to the dead hosts", "Green"), HOME));
    }

    static Scenario partlyHealthy() {
        return new Scenario(
                "partly-healthy",
                "F24",
                "half of 2.0.0's hosts fail their checks, and one host cannot carry the load",
                settings -> version2(new HostFault(Fault.HALF_HEALTHY), capacity(settings, 0.75)),
                neverReady(),
                List.of(LOSES_NOTHING, HOME, UNSEEN));
    }

    static Scenario closesEarly() {
        return new Scenario(
                "closes-early",
                "F18 F29",
                "2.0.0 closes connections that were idle for a few milliseconds, and does not stop when asked",
                host(new HostFault(Fault.CLOSES_AFTER, 4), new HostFault(Fault.DEAF)),
                ReleaseScript.STRAIGHT,
                List.of(
                        losesAtMost(20, "requests in flight when a connection was closed", "connection closed by"),
                        PROMOTED));
    }

    private static ReleaseScript neverReady() {
        return ReleaseScript.STRAIGHT.goesBack("gave up: green has ");
    }
}
