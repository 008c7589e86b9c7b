package io.teal.rehearsal.scenario;

import static io.teal.rehearsal.scenario.Check.AS_LARGE;
import static io.teal.rehearsal.scenario.Check.HOME;
import static io.teal.rehearsal.scenario.Check.LOSES_NOTHING;
import static io.teal.rehearsal.scenario.Check.PROMOTED;
import static io.teal.rehearsal.scenario.Check.UNSEEN;
import static io.teal.rehearsal.scenario.Check.losesAtMost;

import io.teal.rehearsal.BadInputException;
import io.teal.rehearsal.journey.Incident;
import io.teal.rehearsal.journey.Leg;
import io.teal.rehearsal.run.Conditions;
import io.teal.rehearsal.run.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** All scenarios, in the order of the list of faults. */
public final class Catalogue {
    private static final String CANARY = "canary:20%,10m";
    private static final String OWN = "500 from green 2\\.0\\.0";
    private static final String ITS_OWN = "what 2.0.0 answered 500";
    private static final String DEAD = "(refused|closed) by .*Targets";
    private static final String TO_THE_DEAD = "what went to a dead host before the checks knew";
    private static final String ALARM = "an alarm is in state ALARM";
    private static final String GREEN_ALARM = "GreenHealthErrors";

    private Catalogue() {}

    /** Every scenario. */
    public static List<Scenario> all() {
        return List.of(
                of("idle", Course.Kind.LEFT_ALONE, "nothing is wrong, and nothing is released", HOME),
                of("none", Course.Kind.RELEASED, "nothing is wrong", PROMOTED),
                of("taken-back", Course.Kind.TAKEN_BACK, "after the release another resource of the stack fails", HOME),
                fault("crash-on-boot", "F2", "hosts of 2.0.0 end as soon as they begin", host("CRASHES"), neverReady()),
                bootsIn("slow-boot", 4, Course.STRAIGHT.against(hasty(Duration.ofMinutes(2))), PROMOTED),
                bootsIn("too-slow-boot", 30, neverReady(), HOME, UNSEEN),
                errors(),
                errorsLater("errors-later", 3, Course.STRAIGHT.by(CANARY).goesBack(ALARM), 20),
                errorsLater("errors-in-bake", 5, Course.STRAIGHT.goesBack(ALARM), 50),
                slow(),
                dies(),
                alarms("flapping-alarm", "F8", "an alarm says ALARM for a minute, then OK", ALARM, "ALARM", "OK"),
                alarms("silent-alarm", "F9", "an alarm has no data", "", "INSUFFICIENT_DATA"),
                alarms("deleted-alarm", "F9", "somebody deletes an alarm", "", "DELETED"),
                candidateHostLost(),
                lostUnderTraffic(
                        "host-lost-in-canary", "F20", "EC2 loses a host of green", new Incident.LostHosts("green", 1)),
                activeHostLost(),
                lostUnderTraffic(
                        "zone-lost", "F22", "a zone is lost, with half of either fleet,", new Incident.LostZone(0)),
                fault("never-healthy", "F23", "hosts of 2.0.0 fail their checks", host("NEVER_HEALTHY"), neverReady()),
                partlyHealthy(),
                scaledIn(),
                activeGrows(),
                lateNode(),
                longRequests(),
                closesEarly());
    }

    /** The scenario called {@code name}. */
    public static Scenario named(String name) {
        List<String> names = all().stream().map(Scenario::name).toList();
        return all().stream()
                .filter(scenario -> scenario.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new BadInputException(
                        "--fault must be one of " + String.join(", ", names) + ", got " + name,
                        "bin/teal rehearse --list-faults says what each is"));
    }

    private static Scenario of(String name, Course.Kind kind, String what, Check end) {
        return new Scenario(name, "F1", what, usual -> Conditions.USUAL, Course.of(kind), List.of(LOSES_NOTHING, end));
    }

    /** Hosts of 2.0.0 have {@code fault}; nothing of it is to be seen. */
    private static Scenario fault(
            String name, String rows, String what, Function<Settings, Conditions> fault, Course course) {
        return new Scenario(name, rows, what, fault, course, List.of(LOSES_NOTHING, HOME, UNSEEN));
    }

    private static Scenario bootsIn(String name, int minutes, Course course, Check... checks) {
        List<Check> all = new ArrayList<>(List.of(checks));
        all.add(0, LOSES_NOTHING);
        return new Scenario(
                name,
                "F3",
                "hosts of 2.0.0 listen after " + minutes + " minutes",
                settings -> version2("BOOTS_IN:" + seconds(settings, Duration.ofMinutes(minutes))),
                course,
                all);
    }

    private static Scenario errors() {
        return new Scenario(
                "errors",
                "F4",
                "2.0.0 is healthy and answers 500",
                host("ERRORS"),
                Course.STRAIGHT.by(CANARY).goesBack(ALARM),
                List.of(losesAtMost(20, ITS_OWN, OWN), HOME));
    }

    private static Scenario errorsLater(String name, int minutes, Course course, int percent) {
        return new Scenario(
                name,
                "F5",
                "2.0.0 answers 500 from " + minutes + " minutes on",
                settings -> version2("ERRORS_AFTER:" + seconds(settings, Duration.ofMinutes(minutes))),
                course,
                List.of(losesAtMost(percent, ITS_OWN, OWN), HOME));
    }

    private static Scenario slow() {
        return new Scenario(
                "slow",
                "F6",
                "2.0.0 takes four seconds for each answer",
                host("SLOW:4000"),
                Course.STRAIGHT.by(CANARY).goesBack(ALARM),
                List.of(LOSES_NOTHING, HOME));
    }

    private static Scenario dies() {
        return new Scenario(
                "dies-in-bake",
                "F7",
                "hosts of 2.0.0 end by themselves after 6 minutes of traffic",
                settings -> version2("DIES_AFTER:" + seconds(settings, Duration.ofMinutes(6))),
                Course.STRAIGHT.goesBack(""),
                List.of(losesAtMost(20, "what went to the dead hosts", "Green"), HOME));
    }

    private static Scenario alarms(String name, String rows, String what, String reason, String... states) {
        Incident incident = new Incident.AlarmStates(GREEN_ALARM, List.of(states));
        return new Scenario(
                name,
                rows,
                what,
                usual -> Conditions.USUAL,
                Course.STRAIGHT
                        .by(CANARY)
                        .goesBack(reason)
                        .when(Leg.Moment.TRAFFIC_MOVES, Duration.ofMinutes(1), incident),
                List.of(LOSES_NOTHING, HOME));
    }

    private static Scenario candidateHostLost() {
        return new Scenario(
                "candidate-host-lost",
                "F20",
                "EC2 loses both hosts of green before it has traffic",
                usual -> Conditions.USUAL,
                Course.STRAIGHT
                        .when(Leg.Moment.FLEET_APPEARS, Duration.ofSeconds(60), new Incident.LostHosts("green", 2))
                        .against(hasty(Duration.ofSeconds(65))),
                List.of(LOSES_NOTHING, PROMOTED));
    }

    /** One host of 2.0.0 alone cannot bear the load; the next share must wait until there are two again. */
    private static Scenario lostUnderTraffic(String name, String rows, String what, Incident incident) {
        return new Scenario(
                name,
                rows,
                what + " just before the last share",
                Catalogue::oneCannotBearIt,
                Course.STRAIGHT.by("canary:50%,5m").when(Leg.Moment.TRAFFIC_MOVES, Duration.ofSeconds(280), incident),
                List.of(losesAtMost(2, TO_THE_DEAD, DEAD), PROMOTED));
    }

    private static Scenario activeHostLost() {
        return new Scenario(
                "active-host-lost",
                "F21",
                "2.0.0 answers 500, and EC2 loses a host of blue just before the way back",
                host("ERRORS"),
                Course.STRAIGHT
                        .by("canary:20%,10m")
                        .goesBack(ALARM)
                        .when(Leg.Moment.TRAFFIC_MOVES, Duration.ofSeconds(170), new Incident.LostHosts("blue", 1)),
                List.of(losesAtMost(20, ITS_OWN + ", and " + TO_THE_DEAD, OWN + "|" + DEAD), HOME));
    }

    private static Scenario partlyHealthy() {
        return new Scenario(
                "partly-healthy",
                "F24",
                "half of 2.0.0's hosts fail their checks, and one host alone cannot bear the load",
                settings -> version2("HALF_HEALTHY," + capacity(settings, 0.75)),
                neverReady(),
                List.of(LOSES_NOTHING, HOME, UNSEEN));
    }

    private static Scenario scaledIn() {
        return new Scenario(
                "scaled-in",
                "F25",
                "blue has four hosts and the load needs them; green is scaled in to two",
                settings -> version2(capacity(settings, 0.3)),
                Course.STRAIGHT
                        .by("canary:20%,10m")
                        .after(new Incident.Size("blue", 4))
                        .when(Leg.Moment.TRAFFIC_MOVES, Duration.ofMinutes(2), new Incident.Size("green", 2)),
                List.of(LOSES_NOTHING, PROMOTED, AS_LARGE));
    }

    private static Scenario activeGrows() {
        return new Scenario(
                "active-grows",
                "F26",
                "the load needs four hosts; blue is scaled out to them while green has a fifth of the traffic",
                settings -> version2(capacity(settings, 0.3)),
                Course.STRAIGHT
                        .by("canary:20%,10m")
                        .when(Leg.Moment.TRAFFIC_MOVES, Duration.ofMinutes(2), new Incident.Size("blue", 4)),
                List.of(LOSES_NOTHING, PROMOTED, AS_LARGE));
    }

    private static Scenario lateNode() {
        return new Scenario(
                "late-node",
                "F27",
                "one node of the load balancer sees each change of weights two minutes late",
                usual -> new Conditions(Map.of(), Duration.ofSeconds(119), Duration.ZERO, false),
                Course.STRAIGHT.against(Course.Clock.HASTY),
                List.of(LOSES_NOTHING, PROMOTED));
    }

    private static Scenario longRequests() {
        return new Scenario(
                "long-requests",
                "F28",
                "one request in fifty takes 90 seconds",
                settings -> new Conditions(
                        Map.of(), Duration.ZERO, settings.timescale().real(Duration.ofSeconds(90)), false),
                Course.STRAIGHT.against(
                        new Course.Clock(Course.Clock.CAREFUL.beforeTheSwitch(), Duration.ofSeconds(45))),
                List.of(LOSES_NOTHING, PROMOTED));
    }

    private static Scenario closesEarly() {
        return new Scenario(
                "closes-early",
                "F18 F29",
                "2.0.0 closes connections that were idle for a few milliseconds, and does not stop when asked",
                host("CLOSES_AFTER:4,DEAF"),
                Course.STRAIGHT,
                List.of(
                        losesAtMost(20, "what was on its way when a connection was closed", "connection closed by"),
                        PROMOTED));
    }

    private static Conditions oneCannotBearIt(Settings settings) {
        String boot = "BOOTS_IN:" + seconds(settings, Duration.ofSeconds(100));
        return version2(capacity(settings, 0.75) + "," + boot);
    }

    /** So much of the whole load is as much as one host can bear. */
    private static String capacity(Settings settings, double share) {
        return "CAPACITY:" + Math.round(settings.rate() * share);
    }

    private static Course neverReady() {
        return Course.STRAIGHT.goesBack("gave up: green has ");
    }

    private static Course.Clock hasty(Duration beforeTheSwitch) {
        return new Course.Clock(beforeTheSwitch, Course.Clock.CAREFUL.beforeTheEnd());
    }

    private static Function<Settings, Conditions> host(String fault) {
        return settings -> version2(fault);
    }

    private static Conditions version2(String fault) {
        return Conditions.fault("2.0.0", fault);
    }

    private static double seconds(Settings settings, Duration templateTime) {
        return settings.timescale().real(templateTime).toMillis() / 1e3;
    }
}
