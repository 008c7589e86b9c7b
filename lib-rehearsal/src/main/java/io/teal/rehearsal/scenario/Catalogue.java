package io.teal.rehearsal.scenario;

import io.teal.rehearsal.BadInputException;
import io.teal.rehearsal.run.UnusualConditions;
import java.util.List;

/** All scenarios, in the order of the list of faults. */
public final class Catalogue {
    private static final List<Scenario> ALL = List.of(
            of(
                    "idle",
                    ReleaseScript.Undertaking.LEFT_ALONE,
                    "nothing is wrong, and nothing is released",
                    Expectation.HOME),
            of("none", ReleaseScript.Undertaking.RELEASED, "nothing is wrong", Expectation.PROMOTED),
            stepwise("canary", ReleaseScript.CANARY),
            stepwise("linear", ReleaseScript.LINEAR),
            of(
                    "taken-back",
                    ReleaseScript.Undertaking.TAKEN_BACK,
                    "another resource of the stack fails after the release",
                    Expectation.HOME),
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
                usual -> UnusualConditions.USUAL,
                ReleaseScript.STRAIGHT.by(strategy).against(ReleaseScript.FixedWaits.AT_ONCE),
                List.of(Expectation.LOSES_NOTHING, Expectation.PROMOTED));
    }

    private static Scenario of(String name, ReleaseScript.Undertaking kind, String what, Expectation end) {
        return new Scenario(
                name,
                "F1",
                what,
                usual -> UnusualConditions.USUAL,
                ReleaseScript.of(kind),
                List.of(Expectation.LOSES_NOTHING, end));
    }
}
