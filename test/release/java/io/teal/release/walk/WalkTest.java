package io.teal.release.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.release.search.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WalkTest {
    private static final int STEPS = Integer.getInteger("walk.steps", 1_000_000);
    private static final int LONGEST = 400;

    @Test
    void noRandomWalkBreaksALaw() {
        long seed = Long.getLong("walk.seed", System.nanoTime());
        Report.line("walks from -Dwalk.seed=" + seed + ", " + STEPS + " steps");
        Random seeds = new Random(seed);
        int steps = 0;
        int walks = 0;
        while (steps < STEPS) {
            long walk = seeds.nextLong();
            List<Event> events = events(walk);
            int[] done = {0};
            Optional<String> broken = walk(walk, events, done);
            steps += done[0];
            walks++;
            broken.ifPresent(law -> {
                throw new AssertionError(law + " in walk " + walk + " from -Dwalk.seed=" + seed + "\n  "
                        + Shrinking.shortest(
                                events, part -> walk(walk, part, done).isPresent()));
            });
        }
        Report.line(walks + " walks");
        assertThat(steps).isGreaterThanOrEqualTo(STEPS);
    }

    private static List<Event> events(long walk) {
        Random random = new Random(walk);
        List<Event> events = new ArrayList<>();
        for (int event = 0; event < LONGEST; event++) {
            events.add(Event.random(random));
        }
        return events;
    }

    private static Optional<String> walk(long seed, List<Event> events, int[] done) {
        Walk walk = new Walk(seed);
        done[0] = 0;
        try {
            for (Event event : events) {
                if (walk.ended()) {
                    break;
                }
                walk.apply(event);
                done[0]++;
            }
            return Optional.empty();
        } catch (Judge.Broken broken) {
            return Optional.of(broken.getMessage());
        }
    }
}
