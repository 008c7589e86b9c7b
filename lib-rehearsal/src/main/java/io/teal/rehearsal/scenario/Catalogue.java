package io.teal.rehearsal.scenario;

import io.teal.rehearsal.BadInputException;
import io.teal.rehearsal.run.Conditions;
import java.util.List;

/** All scenarios, in the order of the list of faults. */
public final class Catalogue {
    private static final List<Scenario> ALL = List.of(
            of("idle", Course.Kind.LEFT_ALONE, "nothing is wrong, and nothing is released", Check.HOME),
            of("none", Course.Kind.RELEASED, "nothing is wrong", Check.PROMOTED),
            stepwise("canary", Course.CANARY),
            stepwise("linear", Course.LINEAR),
            of(
                    "taken-back",
                    Course.Kind.TAKEN_BACK,
                    "after the release another resource of the stack fails",
                    Check.HOME),
            HostScenarios.crashOnBoot(),
            HostScenarios.slowBoot(),
            HostScenarios.tooSlowBoot(),
            HostScenarios.errors(),
            HostScenarios.errorsInLinear(),
            HostScenarios.errorsInCanary(),
            HostScenarios.errorsInBake(),
            HostScenarios.slow(),
            HostScenarios.dies(),
            OtherScenarios.flappingAlarm(),
            OtherScenarios.silentAlarm(),
            OtherScenarios.deletedAlarm(),
            FleetScenarios.candidateHostLost(),
            FleetScenarios.hostLostInCanary(),
            FleetScenarios.hostLostInLinear(),
            FleetScenarios.activeHostLost(),
            FleetScenarios.zoneLost(),
            HostScenarios.neverHealthy(),
            HostScenarios.partlyHealthy(),
            FleetScenarios.scaledIn(),
            FleetScenarios.activeGrows(),
            OtherScenarios.lateNode(),
            OtherScenarios.longRequests(),
            HostScenarios.closesEarly(),
            OtherScenarios.stickyClients());

    private Catalogue() {}

    /** Every scenario. */
    public static List<Scenario> all() {
        return ALL;
    }

    /** The scenario called {@code name}. */
    public static Scenario named(String name) {
        List<String> names = ALL.stream().map(Scenario::name).toList();
        return ALL.stream()
                .filter(scenario -> scenario.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new BadInputException(
                        "--fault must be one of " + String.join(", ", names) + ", got " + name,
                        "bin/teal rehearse --list-faults says what each is"));
    }

    private static Scenario stepwise(String name, String strategy) {
        return new Scenario(
                name,
                "F1",
                "nothing is wrong; traffic moves by " + strategy,
                usual -> Conditions.USUAL,
                Course.STRAIGHT.by(strategy).against(Course.Clock.AT_ONCE),
                List.of(Check.LOSES_NOTHING, Check.PROMOTED));
    }

    private static Scenario of(String name, Course.Kind kind, String what, Check end) {
        return new Scenario(
                name, "F1", what, usual -> Conditions.USUAL, Course.of(kind), List.of(Check.LOSES_NOTHING, end));
    }
}
