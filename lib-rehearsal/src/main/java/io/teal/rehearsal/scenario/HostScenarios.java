package io.teal.rehearsal.scenario;

import static io.teal.rehearsal.scenario.Expectation.HOME;
import static io.teal.rehearsal.scenario.Expectation.LOSES_NOTHING;
import static io.teal.rehearsal.scenario.Expectation.PROMOTED;
import static io.teal.rehearsal.scenario.Expectation.UNSEEN;
import static io.teal.rehearsal.scenario.Expectation.losesAtMost;
import static io.teal.rehearsal.scenario.Faulty.OWN_ERRORS;
import static io.teal.rehearsal.scenario.Faulty.OWN_ERROR_CAUSE;
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
    private static final ReleaseScript NEVER_READY = ReleaseScript.STRAIGHT.goesBack("green's targets: ");
    private static final ReleaseScript STOPPED = ReleaseScript.STRAIGHT.goesBack(ReleaseScript.ALARM);
    private static final ReleaseScript STOPPED_CANARY = STOPPED.by(ReleaseScript.CANARY);

    static final List<Scenario> ALL = List.of(
            unseen("crash-on-boot", "F2", "hosts of 2.0.0 exit at start", Fault.CRASHES),
            bootsIn("slow-boot", 4, ReleaseScript.STRAIGHT.startsFor(Duration.ofMinutes(2)), PROMOTED),
            bootsIn("too-slow-boot", 30, NEVER_READY, HOME),
            errors("errors", ReleaseScript.CANARY, 20),
            errors("errors-in-linear", ReleaseScript.LINEAR, 25),
            errorsLater("errors-later", 3, STOPPED_CANARY, 20),
            errorsLater("errors-in-bake", 5, STOPPED, 50),
            new Scenario(
                    "bad-later",
                    "F5",
                    "2.0.0 answers 500 from two hours after its first request on; the service has a guard",
                    settings -> version2(timed(Fault.ERRORS_AFTER, settings, Duration.ofHours(2))),
                    ReleaseScript.STRAIGHT.of(ReleaseScript.Undertaking.GUARDED),
                    List.of(losesAtMost(5, OWN_ERRORS, OWN_ERROR_CAUSE), HOME)),
            new Scenario(
                    "slow",
                    "F6",
                    "2.0.0 takes four seconds for each answer",
                    host(new HostFault(Fault.SLOW, 4000)),
                    STOPPED_CANARY,
                    List.of(LOSES_NOTHING, HOME)),
            new Scenario(
                    "dies-in-bake",
                    "F7",
                    "hosts of 2.0.0 exit after 6 minutes of traffic",
                    settings -> version2(timed(Fault.DIES_AFTER, settings, Duration.ofMinutes(6))),
                    ReleaseScript.STRAIGHT.goesBack(""),
                    List.of(losesAtMost(20, "requests to the dead hosts", "Green"), HOME)),
            unseen("never-healthy", "F23", "hosts of 2.0.0 fail their checks", Fault.NEVER_HEALTHY),
            new Scenario(
                    "partly-healthy",
                    "F24",
                    "half of 2.0.0's hosts fail their checks, and one host cannot carry the load",
                    settings -> version2(new HostFault(Fault.HALF_HEALTHY), capacity(settings, 0.75)),
                    NEVER_READY,
                    List.of(LOSES_NOTHING, HOME, UNSEEN)),
            closesEarly().withoutControl());

    private HostScenarios() {}

    private static Scenario closesEarly() {
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

    private static Scenario unseen(String name, String rows, String what, Fault fault) {
        return new Scenario(
                name, rows, what, host(new HostFault(fault)), NEVER_READY, List.of(LOSES_NOTHING, HOME, UNSEEN));
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

    private static Scenario errors(String name, String strategy, int percent) {
        return new Scenario(
                name,
                "F4",
                "2.0.0 is healthy and answers 500; traffic moves by " + strategy,
                host(new HostFault(Fault.ERRORS)),
                STOPPED.by(strategy),
                List.of(losesAtMost(percent, OWN_ERRORS, OWN_ERROR_CAUSE), HOME));
    }

    private static Scenario errorsLater(String name, int minutes, ReleaseScript course, int percent) {
        return new Scenario(
                name,
                "F5",
                "2.0.0 answers 500 from " + minutes + " minutes on",
                settings -> version2(timed(Fault.ERRORS_AFTER, settings, Duration.ofMinutes(minutes))),
                course,
                List.of(losesAtMost(percent, OWN_ERRORS, OWN_ERROR_CAUSE), HOME));
    }
}
