package io.teal.release.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The searcher is searched for faults too: on graphs small enough to see. */
class SearchTest {

    /** A graph of numbers; 9 is the end, and 13 breaks a law. */
    private record Graph(Map<Long, List<Long>> ways, boolean fair) implements Space {
        @Override
        public List<Long> starts() {
            return List.of(0L);
        }

        @Override
        public void expand(long state, Edges edges) {
            if (state == 13) {
                edges.broken("no thirteen", "there it is");
            }
            ways.getOrDefault(state, List.of()).forEach(next -> edges.to(next, () -> state + " to " + next, fair));
        }

        @Override
        public boolean ended(long state) {
            return state == 9;
        }

        @Override
        public String show(long state) {
            return Long.toString(state);
        }
    }

    @Test
    void everyStateIsVisitedOnce() {
        Map<Long, List<Long>> ways = Map.of(0L, List.of(1L, 2L), 1L, List.of(3L), 2L, List.of(3L, 9L), 3L, List.of(9L));
        Search.Result result = Search.of(new Graph(ways, true));
        assertThat(result.states()).isEqualTo(5);
        assertThat(result.steps()).isEqualTo(6);
        assertThat(result.broken()).isEmpty();
    }

    @Test
    void theTraceToABrokenLawIsTheShortest() {
        Map<Long, List<Long>> ways = Map.of(0L, List.of(1L, 2L), 1L, List.of(3L), 3L, List.of(13L), 2L, List.of(13L));
        assertThat(Search.of(new Graph(ways, true)).broken())
                .contains(new Search.Broken("no thirteen", List.of("start: 0", "0 to 2", "2 to 13", "there it is")));
    }

    @Test
    void aCircleIsNoEnd() {
        Map<Long, List<Long>> ways = Map.of(0L, List.of(1L), 1L, List.of(2L, 9L), 2L, List.of(1L));
        assertThat(Search.of(new Graph(ways, true)).broken())
                .hasValueSatisfying(broken -> assertThat(broken.law()).isEqualTo("every run ends"));
    }

    @Test
    void aStateThatOnlyLuckLeadsOutOfIsNoEnd() {
        Map<Long, List<Long>> ways = Map.of(0L, List.of(9L));
        assertThat(Search.of(new Graph(ways, false)).broken())
                .hasValueSatisfying(broken -> assertThat(broken.trace()).contains("nothing more must happen"));
    }

    @Test
    void manyStatesFitIntoTheTable() {
        Table table = new Table();
        for (long state = 0; state < 200_000; state++) {
            assertThat(table.number(state * 0x10001L, -1)).isEqualTo((int) state);
        }
        assertThat(table.number(7 * 0x10001L, -1)).isEqualTo(7);
    }
}
