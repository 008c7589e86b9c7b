package io.teal.release.search;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Visits every state that can be reached, nearest first, and stops at the first that breaks a law: its trace is then
 * the shortest. In the end every run must end: no state but an end lacks a fair way on, and no way leads round in a
 * circle, so there is no way to go on for ever.
 */
public final class Search implements Space.Edges {
    private final Space space;
    private final Table table = new Table();
    private final IntList edges = new IntList();
    private final IntList firstEdge = new IntList();
    private final LongList found = new LongList();
    private int at;
    private boolean wayOn;
    private Broken broken;

    private Search(Space space) {
        this.space = space;
    }

    /**
     * What a search found.
     *
     * @param states how many states there are
     * @param steps how many ways lead from one to another
     * @param broken the first law that is broken
     */
    public record Result(int states, int steps, Optional<Broken> broken) {}

    /**
     * A law that is broken.
     *
     * @param law which
     * @param trace the shortest way there
     */
    public record Broken(String law, List<String> trace) {
        @Override
        public String toString() {
            return law + "\n  " + String.join("\n  ", trace);
        }
    }

    /** Searches {@code space}. */
    public static Result of(Space space) {
        return new Search(space).run();
    }

    private Result run() {
        space.starts().forEach(start -> table.number(start, -1));
        for (at = 0; at < table.size() && broken == null; at++) {
            firstEdge.add(edges.size());
            wayOn = false;
            space.expand(table.state(at), this);
            number();
            if (broken == null && !wayOn && !space.ended(table.state(at))) {
                broken("every run ends", "nothing more must happen");
            }
        }
        if (broken == null) {
            firstEdge.add(edges.size());
            circle();
        }
        return new Result(table.size(), edges.size(), Optional.ofNullable(broken));
    }

    @Override
    public void to(long next, Supplier<String> event, boolean fair) {
        if (next == table.state(at)) {
            return;
        }
        wayOn |= fair;
        found.add(next);
    }

    /** One after the other, without anything between them: the processor then waits for memory once for several. */
    private void number() {
        for (int next = 0; next < found.size(); next++) {
            edges.add(table.number(found.get(next), at));
        }
        found.clear();
    }

    @Override
    public void broken(String law, String event) {
        if (broken == null) {
            List<String> trace = new ArrayList<>(trace(at));
            trace.add(event);
            broken = new Broken(law, trace);
        }
    }

    /** Takes away states that nothing leads to, until none is left; what remains leads round in a circle. */
    private void circle() {
        int[] into = new int[table.size()];
        for (int edge = 0; edge < edges.size(); edge++) {
            into[edges.get(edge)]++;
        }
        IntList free = new IntList();
        for (int state = 0; state < into.length; state++) {
            if (into[state] == 0) {
                free.add(state);
            }
        }
        for (int done = 0; done < free.size(); done++) {
            int state = free.get(done);
            for (int edge = firstEdge.get(state); edge < firstEdge.get(state + 1); edge++) {
                if (--into[edges.get(edge)] == 0) {
                    free.add(edges.get(edge));
                }
            }
        }
        if (free.size() < into.length) {
            at = nearestLeft(into);
            broken("every run ends", "and round in a circle");
        }
    }

    private static int nearestLeft(int[] into) {
        int state = 0;
        while (into[state] == 0) {
            state++;
        }
        return state;
    }

    private List<String> trace(int number) {
        Deque<String> trace = new ArrayDeque<>();
        int state = number;
        while (table.parent(state) >= 0) {
            trace.addFirst(event(table.parent(state), table.state(state)));
            state = table.parent(state);
        }
        trace.addFirst("start: " + space.show(table.state(state)));
        return List.copyOf(trace);
    }

    private String event(int parent, long child) {
        List<String> events = new ArrayList<>();
        space.expand(table.state(parent), new Space.Edges() {
            @Override
            public void to(long next, Supplier<String> event, boolean fair) {
                if (next == child) {
                    events.add(event.get());
                }
            }

            @Override
            public void broken(String law, String event) {
                // The way to a broken law breaks none before.
            }
        });
        return events.get(0);
    }
}
