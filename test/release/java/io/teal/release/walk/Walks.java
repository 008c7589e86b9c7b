package io.teal.release.walk;

import io.teal.release.engine.Mutant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** Walks, one after the other, until there are enough steps or one breaks a law. */
final class Walks {
    private static final int LONGEST = 400;

    private final Mutant engine;
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private int length;

    Walks(Mutant engine) {
        this.engine = engine;
    }

    /** How many walks ended how. */
    Map<String, Integer> outcomes() {
        return outcomes;
    }

    void go(long seed, int steps) {
        Random seeds = new Random(seed);
        int left = steps;
        while (left > 0) {
            long walk = seeds.nextLong();
            List<Event> events = events(walk);
            Optional<String> broken = walk(walk, events);
            if (broken.isPresent()) {
                throw new AssertionError(broken.get() + ", from -Dwalk.seed=" + seed + ", walk " + walk + ": "
                        + Shrinking.shortest(events, part -> walk(walk, part).isPresent()));
            }
            left -= length;
        }
    }

    private static List<Event> events(long walk) {
        Random random = new Random(walk);
        List<Event> events = new ArrayList<>();
        for (int event = 0; event < LONGEST; event++) {
            events.add(Event.random(random));
        }
        return events;
    }

    private Optional<String> walk(long seed, List<Event> events) {
        Walk walk = new Walk(seed, engine);
        length = 0;
        try {
            while (length < events.size() && !walk.ended()) {
                walk.apply(events.get(length));
                length++;
            }
            outcomes.merge(walk.outcome(), 1, Integer::sum);
            return Optional.empty();
        } catch (Judge.Broken broken) {
            return Optional.of(broken.getMessage());
        }
    }
}
