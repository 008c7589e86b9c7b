package io.teal.rehearsal.scenario;

import io.teal.rehearsal.BadInputException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All scenarios, in the order of the list of faults. */
public final class Catalogue {
    private static final List<Scenario> ALL = Stream.of(OtherScenarios.ALL, HostScenarios.ALL, FleetScenarios.ALL)
            .flatMap(List::stream)
            .sorted(Comparator.comparing(Scenario::lastRow))
            .toList();

    private Catalogue() {}

    /** Every scenario. */
    public static List<Scenario> all() {
        return ALL;
    }

    /**
     * The scenario called {@code name}.
     *
     * @throws BadInputException if there is none
     */
    public static Scenario named(String name) {
        return ALL.stream()
                .filter(scenario -> scenario.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new BadInputException(
                        "--fault must be one of "
                                + ALL.stream().map(Scenario::name).collect(Collectors.joining(", ")) + ", got " + name,
                        "bin/teal rehearse --list-faults says what each is"));
    }
}
