package io.teal.rehearsal.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.rehearsal.BadInputException;
import io.teal.rehearsal.journey.Incident;
import io.teal.rehearsal.journey.Leg;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogueTest {
    static Stream<Scenario> scenarios() {
        return Catalogue.all().stream();
    }

    @Test
    void everyFaultOfSocketsAndProcessesHasAScenario() {
        List<String> rows = Catalogue.all().stream()
                .flatMap(scenario -> Stream.of(scenario.rows().split(" ")))
                .toList();
        Stream<String> wanted = Stream.of(IntStream.rangeClosed(1, 9), IntStream.rangeClosed(20, 29), IntStream.of(34))
                .flatMap(range -> range.mapToObj(number -> "F" + number));
        assertThat(rows).containsAll(wanted.toList());
    }

    @Test
    void eachHasANameOfItsOwnAndAnUnknownOneIsRefusedWithAllOfThem() {
        assertThat(Catalogue.all()).extracting(Scenario::name).doesNotHaveDuplicates();
        assertThatThrownBy(() -> Catalogue.named("flood"))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("idle, none, canary")
                .hasMessageEndingWith("got flood");
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void theNegativeControlMeetsTheSameIncident(Scenario scenario) {
        List<Incident> met = ByTheClock.journey(scenario).legs().stream()
                .filter(Leg.Happens.class::isInstance)
                .map(leg -> ((Leg.Happens) leg).incident())
                .toList();
        scenario.course().incident().ifPresent(during -> assertThat(met).contains(during.incident()));
        assertThat(scenario.expected()).isNotEmpty();
    }
}
