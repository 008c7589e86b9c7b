package io.teal.rehearsal.scenario;

import static io.teal.rehearsal.scenario.Expectation.AS_LARGE;
import static io.teal.rehearsal.scenario.Expectation.HOME;
import static io.teal.rehearsal.scenario.Expectation.LOSES_NOTHING;
import static io.teal.rehearsal.scenario.Expectation.PROMOTED;
import static io.teal.rehearsal.scenario.Expectation.SIX_HOSTS;
import static io.teal.rehearsal.scenario.Expectation.losesAtMost;
import static io.teal.rehearsal.scenario.Faulty.OWN_ERRORS;
import static io.teal.rehearsal.scenario.Faulty.OWN_ERROR_CAUSE;
import static io.teal.rehearsal.scenario.Faulty.capacity;
import static io.teal.rehearsal.scenario.Faulty.host;
import static io.teal.rehearsal.scenario.Faulty.timed;
import static io.teal.rehearsal.scenario.Faulty.version2;

import io.teal.rehearsal.demo.Fault;
import io.teal.rehearsal.demo.HostFault;
import io.teal.rehearsal.journey.Incident;
import io.teal.rehearsal.journey.Leg;
import io.teal.rehearsal.run.RehearsalSettings;
import java.time.Duration;
import java.util.List;

/** Scenarios in which fleets lose hosts, or have another size than before. */
final class FleetScenarios {
    private static final String DEAD = "(refused|closed) by .*Targets";
    private static final String TO_THE_DEAD = "requests to a dead host before its health check failed";
    private static final ReleaseScript LONG_CANARY = ReleaseScript.STRAIGHT.by("canary:20%,10m");

    static final List<Scenario> ALL = List.of(
            new Scenario(
                    "candidate-host-lost",
                    "F20",
                    "EC2 loses both hosts of green while they boot",
                    settings -> version2(bootsSlowly(settings)),
                    ReleaseScript.STRAIGHT
                            .when(
                                    Leg.Moment.FLEET_APPEARS,
                                    Duration.ofSeconds(60),
                                    service -> service.loseHosts("green", 2))
                            .startsFor(Duration.ofSeconds(65)),
                    List.of(LOSES_NOTHING, PROMOTED)),
            greenHostLost("host-lost-in-canary", "canary:50%,5m"),
            greenHostLost("host-lost-in-linear", ReleaseScript.LINEAR),
            new Scenario(
                    "active-host-lost",
                    "F21",
                    "2.0.0 answers 500, and EC2 loses a host of blue just before the rollback",
                    host(new HostFault(Fault.ERRORS)),
                    LONG_CANARY
                            .goesBack(ReleaseScript.ALARM)
                            .when(
                                    Leg.Moment.TRAFFIC_MOVES,
                                    Duration.ofSeconds(170),
                                    service -> service.loseHosts("blue", 1)),
                    List.of(losesAtMost(20, OWN_ERRORS + ", and " + TO_THE_DEAD, OWN_ERROR_CAUSE + "|" + DEAD), HOME)),
            lostUnderTraffic(
                    "zone-lost",
                    "F22",
                    "a zone fails, with half of either fleet,",
                    "canary:50%,5m",
                    service -> service.loseZone(0)),
            new Scenario(
                    "scaled-in",
                    "F25",
                    "blue has four hosts and the load needs them; green is scaled in to two",
                    settings -> version2(capacity(settings, 0.3)).busy(80),
                    resized("green", 2).after(service -> service.resize("blue", 4)),
                    List.of(LOSES_NOTHING, PROMOTED, AS_LARGE)),
            new Scenario(
                    "active-grows",
                    "F26",
                    "the load needs four hosts; blue is scaled out to them while green has a fifth of the traffic",
                    settings -> version2(capacity(settings, 0.3)),
                    resized("blue", 4),
                    List.of(LOSES_NOTHING, PROMOTED, AS_LARGE)),
            new Scenario(
                    "rollout",
                    "F1 F25",
                    "the load needs three hosts of 2.0.0; hosts and traffic move by " + ReleaseScript.ROLLOUT,
                    settings -> version2(capacity(settings, 0.4)).busy(80),
                    ReleaseScript.STRAIGHT
                            .by(ReleaseScript.ROLLOUT)
                            .after(service -> service.resize("blue", 4))
                            .startsFor(Duration.ZERO),
                    List.of(LOSES_NOTHING, PROMOTED, SIX_HOSTS)),
            new Scenario(
                    "rollout-taken-back",
                    "F6 F25",
                    "2.0.0 answers 500 from its second share on; hosts and traffic move by " + ReleaseScript.ROLLOUT,
                    settings -> version2(timed(Fault.ERRORS_AFTER, settings, Duration.ofMinutes(12)))
                            .busy(80),
                    ReleaseScript.STRAIGHT
                            .by(ReleaseScript.ROLLOUT)
                            .after(service -> service.resize("blue", 4))
                            .goesBack(ReleaseScript.ALARM),
                    List.of(losesAtMost(20, OWN_ERRORS, OWN_ERROR_CAUSE), HOME)));

    private FleetScenarios() {}

    private static Scenario greenHostLost(String name, String strategy) {
        return lostUnderTraffic(
                name, "F20", "EC2 loses a host of green", strategy, service -> service.loseHosts("green", 1));
    }

    /** One host of 2.0.0 cannot carry the load; the next share must wait for the second one. */
    private static Scenario lostUnderTraffic(
            String name, String rows, String what, String strategy, Incident incident) {
        return new Scenario(
                name,
                rows,
                what + " just before the next share; traffic moves by " + strategy,
                settings -> version2(capacity(settings, 0.75), bootsSlowly(settings)),
                ReleaseScript.STRAIGHT.by(strategy).when(Leg.Moment.TRAFFIC_MOVES, Duration.ofSeconds(280), incident),
                List.of(losesAtMost(2, TO_THE_DEAD, DEAD), PROMOTED));
    }

    private static ReleaseScript resized(String color, int hosts) {
        return LONG_CANARY.when(
                Leg.Moment.TRAFFIC_MOVES, Duration.ofMinutes(2), service -> service.resize(color, hosts));
    }

    private static HostFault bootsSlowly(RehearsalSettings settings) {
        return timed(Fault.BOOTS_IN, settings, Duration.ofSeconds(60));
    }
}
