package io.teal.rehearsal.aws.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.rehearsal.BadInputException;
import io.teal.rehearsal.TealLike;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class StackOrderTest {
    private static final ExecutorService THREADS = Executors.newCachedThreadPool();

    @AfterAll
    static void end() {
        THREADS.shutdown();
    }

    @Test
    void aResourceComesAfterAllItWaitsForAndBeforeThemOnTheWayBack() {
        DependencyGraph graph =
                DependencyGraph.of(TealLike.model("blue", "1.0.0", "").template());
        assertThat(graph.sorted()).containsSubsequence("BlueGroup", "BluePreview", "BlueFleet", "Production");
        assertThat(graph.reversed().sorted())
                .containsSubsequence("Production", "BlueFleet", "BluePreview", "BlueGroup");
    }

    @Test
    void aCircleIsRefusedAndNamed() {
        DependencyGraph graph = new DependencyGraph(Map.of("A", Set.of("B"), "B", Set.of("A")));
        assertThatThrownBy(graph::sorted).isInstanceOf(BadInputException.class).hasMessageContaining("A -> B -> A");
    }

    @Test
    void whatNothingOrdersHappensInAnyOrderAndTheSeedDecides() {
        DependencyGraph free = new DependencyGraph(Map.of("Fleet", Set.of(), "Listener", Set.of()));
        Set<List<String>> orders = new HashSet<>();
        for (long seed = 0; seed < 50; seed++) {
            List<String> order = byDelay(free, seed);
            assertThat(byDelay(free, seed)).isEqualTo(order);
            orders.add(order);
        }
        assertThat(orders).containsExactlyInAnyOrder(List.of("Fleet", "Listener"), List.of("Listener", "Fleet"));
    }

    @Test
    void anExplicitOrderHoldsForEverySeed() {
        DependencyGraph ordered = new DependencyGraph(
                Map.of("Fleet", Set.of(), "Between", Set.of("Fleet"), "Listener", Set.of("Between")));
        for (long seed = 0; seed < 50; seed++) {
            List<String> done = new ArrayList<>();
            new Schedule(ordered, Set.of("Fleet", "Listener"), new Random(seed))
                    .run((id, delay) -> done.add(id), THREADS);
            assertThat(done).containsExactly("Fleet", "Listener");
        }
    }

    private static List<String> byDelay(DependencyGraph graph, long seed) {
        Map<String, Long> delays = new ConcurrentHashMap<>();
        new Schedule(graph, graph.waitsFor().keySet(), new Random(seed))
                .run((id, delay) -> delays.put(id, delay.toMillis()), THREADS);
        return delays.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
    }
}
