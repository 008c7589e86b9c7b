package io.teal.rehearsal.run;

import io.teal.rehearsal.aws.cloudformation.StackEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The events of a run with their times. Safe for use by many threads. */
final class Timeline {
    /** Load begins when the first release is deployed and healthy. */
    static final int LEGS_WITHOUT_LOAD = 2;

    private final List<Span> spans = new ArrayList<>();
    private final InstantSource clock;
    private final long begun;
    private final List<StackEvent> events = new ArrayList<>();
    private final List<Said> said = new ArrayList<>();
    private final List<FleetChange> levels = new ArrayList<>();
    private final Map<String, FleetState> latest = new TreeMap<>();

    /** A timeline that begins now, as {@code clock} tells. */
    Timeline(InstantSource clock) {
        this.clock = clock;
        this.begun = micros(clock.instant());
    }

    /**
     * One leg, from its first microsecond since 1970 to the one after its last.
     *
     * @param fleets the fleets at its end, and those that ended in it
     * @param back why its deploy rolled back; empty if it did not
     */
    record Span(String name, long from, long to, List<FleetState> fleets, String back) {
        boolean holds(long micros) {
            return from <= micros && micros < to;
        }
    }

    /**
     * A fleet at one moment.
     *
     * @param name its display name
     * @param version the version in its template
     * @param weight its weight on the production listener
     * @param hosts how many it has or is getting, those that end included
     */
    record FleetState(String id, String name, String version, int weight, int healthy, int desired, int hosts) {
        FleetState ended() {
            return new FleetState(id, name, version, 0, 0, 0, 0);
        }
    }

    /** A line of the runs behind Preflight and Shift, at a microsecond since 1970. */
    record Said(long at, String line) {}

    /** The new state of a fleet, seen at a microsecond since 1970. */
    record FleetChange(long at, FleetState fleet) {}

    static double seconds(long micros) {
        return micros / 1e6;
    }

    static long micros(Instant at) {
        return at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000;
    }

    /** The leg that began when the one before ended is over. */
    synchronized void end(String name, Instant at, Collection<FleetState> fleets, String back) {
        long from = spans.isEmpty() ? begun : spans.get(spans.size() - 1).to();
        spans.add(new Span(name, from, micros(at), List.copyOf(fleets), back));
    }

    /** The last leg lasts until now. */
    synchronized void extend(Instant at) {
        Span last = spans.remove(spans.size() - 1);
        spans.add(new Span(last.name(), last.from(), micros(at), last.fleets(), last.back()));
    }

    synchronized void add(StackEvent event) {
        events.add(event);
    }

    synchronized void say(String line) {
        said.add(new Said(micros(clock.instant()), line));
    }

    /** Records the fleets that have changed or disappeared. */
    synchronized void sample(Instant at, Collection<FleetState> fleets) {
        Map<String, FleetState> now = new LinkedHashMap<>();
        latest.forEach((id, fleet) -> now.put(id, fleet.ended()));
        fleets.forEach(fleet -> now.put(fleet.id(), fleet));
        now.forEach((id, fleet) -> {
            if (!fleet.equals(latest.put(id, fleet))) {
                levels.add(new FleetChange(micros(at), fleet));
            }
        });
    }

    /** How long the run has taken. */
    Duration lasted() {
        return Duration.of(micros(clock.instant()) - begun, ChronoUnit.MICROS);
    }

    /** The first leg under load. */
    synchronized Span loaded() {
        return spans.get(Math.min(LEGS_WITHOUT_LOAD, spans.size() - 1));
    }

    synchronized List<Span> spans() {
        return List.copyOf(spans);
    }

    synchronized List<StackEvent> events() {
        return List.copyOf(events);
    }

    synchronized List<Said> said() {
        return List.copyOf(said);
    }

    synchronized List<FleetChange> levels() {
        return List.copyOf(levels);
    }
}
