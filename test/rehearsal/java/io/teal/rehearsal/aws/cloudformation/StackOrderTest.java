package io.teal.rehearsal.aws.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.rehearsal.BadInputException;
import io.teal.rehearsal.TealLike;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class StackOrderTest {
    @Test
    void aResourceComesAfterAllItWaitsForAndBeforeThemOnTheWayBack() {
        DependencyGraph graph =
                DependencyGraph.of(TealLike.model("blue", "1.0.0", "").template());
        assertThat(graph.sorted()).containsSubsequence("BlueGroup", "BluePreview", "BlueFleet", "Production");
        assertThat(graph.reversed().sorted())
                .containsSubsequence("Production", "BlueFleet", "BluePreview", "BlueGroup");
    }

    @Test
    void amongSomeOnlyWhatNamesAnotherOfThemWaits() {
        DependencyGraph chain = new DependencyGraph(Map.of("A", Set.of(), "B", Set.of("A"), "C", Set.of("A", "B")));
        assertThat(chain.among(Set.of("B", "C")).waitsFor()).isEqualTo(Map.of("B", Set.of(), "C", Set.of("B")));
        DependencyGraph byName = new DependencyGraph(Map.of("A", Set.of(), "B", Set.of("A"), "C", Set.of("B")));
        assertThat(byName.among(Set.of("A", "C")).waitsFor()).isEqualTo(Map.of("A", Set.of(), "C", Set.of()));
    }

    @Test
    void nothingWaitsForWhatIsFree() {
        DependencyGraph chain = new DependencyGraph(Map.of("A", Set.of(), "B", Set.of("A"), "C", Set.of("A", "B")));
        assertThat(chain.waitingForNone(Set.of("A")).waitsFor())
                .isEqualTo(Map.of("A", Set.of(), "B", Set.of(), "C", Set.of("B")));
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
    void aChangeBeginsWhenAllItWaitsForAreDone() {
        DependencyGraph ordered = new DependencyGraph(
                Map.of("A", Set.of(), "B", Set.of(), "Both", Set.of("A", "B"), "After", Set.of("Both")));
        Map<String, CompletableFuture<Void>> begun = new HashMap<>();
        CompletableFuture<Void> all = new Schedule(ordered, Set.of("A", "B", "After"), new Random(1))
                .start((id, delay) -> begun.computeIfAbsent(id, any -> new CompletableFuture<>()));
        begun.get("A").complete(null);
        assertThat(begun).containsOnlyKeys("A", "B");
        begun.get("B").complete(null);
        assertThat(begun).containsKey("After");
        assertThat(all).isNotDone();
        begun.get("After").complete(null);
        assertThat(all).isCompleted();
    }

    @Test
    void anExplicitOrderHoldsForEverySeed() {
        DependencyGraph ordered = new DependencyGraph(
                Map.of("Fleet", Set.of(), "Between", Set.of("Fleet"), "Listener", Set.of("Between")));
        for (long seed = 0; seed < 50; seed++) {
            List<String> done = new ArrayList<>();
            new Schedule(ordered, Set.of("Fleet", "Listener"), new Random(seed))
                    .start((id, delay) -> {
                        done.add(id);
                        return CompletableFuture.completedFuture(null);
                    })
                    .join();
            assertThat(done).containsExactly("Fleet", "Listener");
        }
    }

    private static List<String> byDelay(DependencyGraph graph, long seed) {
        Map<String, Long> delays = new HashMap<>();
        new Schedule(graph, graph.waitsFor().keySet(), new Random(seed))
                .start((id, delay) -> {
                    delays.put(id, delay.toMillis());
                    return CompletableFuture.completedFuture(null);
                })
                .join();
        return delays.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
    }
}
