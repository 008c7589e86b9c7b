package io.teal.rehearsal.scenario;

import static io.teal.rehearsal.scenario.Expectation.AS_LARGE;
import static io.teal.rehearsal.scenario.Expectation.HOME;
import static io.teal.rehearsal.scenario.Expectation.LOSES_NOTHING;
import static io.teal.rehearsal.scenario.Expectation.PROMOTED;
import static io.teal.rehearsal.scenario.Expectation.losesAtMost;
import static io.teal.rehearsal.scenario.Faulty.capacity;
import static io.teal.rehearsal.scenario.Faulty.host;
import static io.teal.rehearsal.scenario.Faulty.timed;
import static io.teal.rehearsal.scenario.Faulty.version2;

import io.teal.rehearsal.demo.Fault;
import io.teal.rehearsal.demo.HostFault;
import io.teal.rehearsal.journey.Incident;
import io.teal.rehearsal.journey.Leg;
import io.teal.rehearsal.run.RehearsalSettings;
import io.teal.rehearsal.run.UnusualConditions;
import java.time.Duration;
import java.util.List;

/** Scenarios in which fleets lose hosts, or have another size than before. */
final class FleetScenarios {
    private static final String OWN = "500 from green 2\\.0\\.0";
    private static final String ITS_OWN = "500 answers of 2.0.0";
    private static final String DEAD = "(refused|closed) by .*Targets";
    private static final String TO_THE_DEAD = "requests to a dead host before its health check failed";

    private FleetScenarios() {}

    static Scenario hostLostInCanary() {
        return lostUnderTraffic(
                "host-lost-in-canary",
                "F20",
                "EC2 loses a host of green",
                "canary:50%,5m",
                new Incident.LostHosts("green", 1));
    }

    static Scenario hostLostInLinear() {
        return lostUnderTraffic(
                "host-lost-in-linear",
                "F20",
                "EC2 loses a host of green",
                ReleaseScript.LINEAR,
                new Incident.LostHosts("green", 1));
    }

    static Scenario zoneLost() {
        return lostUnderTraffic(
                "zone-lost",
                "F22",
                "a zone fails, with half of either fleet,",
                "canary:50%,5m",
                new Incident.LostZone(0));
    }

    static Scenario candidateHostLost() {
        return new Scenario(
                "candidate-host-lost",
                "F20",
                "EC2 loses both hosts of green while they boot",
                settings -> version2(bootsSlowly(settings)),
                ReleaseScript.STRAIGHT
                        .when(Leg.Moment.FLEET_APPEARS, Duration.ofSeconds(60), new Incident.LostHosts("green", 2))
                        .against(new ReleaseScript.FixedWaits(
                                Duration.ofSeconds(65), ReleaseScript.FixedWaits.CAREFUL.beforeTheEnd())),
                List.of(LOSES_NOTHING, PROMOTED));
    }

    /** One host of 2.0.0 cannot carry the load; the next share must wait for the second one. */
    private static Scenario lostUnderTraffic(
            String name, String rows, String what, String strategy, Incident incident) {
        return new Scenario(
                name,
                rows,
                what + " just before the next share; traffic moves by " + strategy,
                FleetScenarios::oneHostIsTooFew,
                ReleaseScript.STRAIGHT.by(strategy).when(Leg.Moment.TRAFFIC_MOVES, Duration.ofSeconds(280), incident),
                List.of(losesAtMost(2, TO_THE_DEAD, DEAD), PROMOTED));
    }

    static Scenario activeHostLost() {
        return new Scenario(
                "active-host-lost",
                "F21",
                "2.0.0 answers 500, and EC2 loses a host of blue just before the rollback",
                host(new HostFault(Fault.ERRORS)),
                ReleaseScript.STRAIGHT
                        .by("canary:20%,10m")
                        .goesBack(ReleaseScript.ALARM)
                        .when(Leg.Moment.TRAFFIC_MOVES, Duration.ofSeconds(170), new Incident.LostHosts("blue", 1)),
                List.of(losesAtMost(20, ITS_OWN + ", and " + TO_THE_DEAD, OWN + "|" + DEAD), HOME));
    }

    static Scenario scaledIn() {
        return new Scenario(
                "scaled-in",
                "F25",
                "blue has four hosts and the load needs them; green is scaled in to two",
                settings -> version2(capacity(settings, 0.3)).busy(80),
                ReleaseScript.STRAIGHT
                        .by("canary:20%,10m")
                        .after(new Incident.DesiredCapacity("blue", 4))
                        .when(
                                Leg.Moment.TRAFFIC_MOVES,
                                Duration.ofMinutes(2),
                                new Incident.DesiredCapacity("green", 2)),
                List.of(LOSES_NOTHING, PROMOTED, AS_LARGE));
    }

    static Scenario activeGrows() {
        return new Scenario(
                "active-grows",
                "F26",
                "the load needs four hosts; blue is scaled out to them while green has a fifth of the traffic",
                settings -> version2(capacity(settings, 0.3)),
                ReleaseScript.STRAIGHT
                        .by("canary:20%,10m")
                        .when(Leg.Moment.TRAFFIC_MOVES, Duration.ofMinutes(2), new Incident.DesiredCapacity("blue", 4)),
                List.of(LOSES_NOTHING, PROMOTED, AS_LARGE));
    }

    private static UnusualConditions oneHostIsTooFew(RehearsalSettings settings) {
        return version2(capacity(settings, 0.75), bootsSlowly(settings));
    }

    private static HostFault bootsSlowly(RehearsalSettings settings) {
        return timed(Fault.BOOTS_IN, settings, Duration.ofSeconds(100));
    }
}
