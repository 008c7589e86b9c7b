package io.teal.runtime.execution;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * How hard AWS presses: for how many ticks in a row it has refused calls because of too many, and how much of the
 * current step was lost to that. Kept in the payload.
 *
 * @param step when the step began
 * @param at when this tick is
 * @param lost how much of the step was lost before that
 * @param times how many such ticks there were in a row
 * @param last when the last one was
 */
record Pressure(Instant step, Instant at, Duration lost, int times, Instant last) {
    private static final String NAME = "pressure";
    private static final int SHORTEST_SECONDS = 4;
    private static final int LONGEST_SECONDS = 30;

    /** After one refusal others will follow. */
    private static final Duration LINGERS = Duration.ofMinutes(5);

    /** What {@code payload} has, for the step that began at {@code since}; the time since its last tick is lost too. */
    static Pressure of(Payload payload, Instant since, Instant now) {
        Payload kept = new Payload(payload.inner(NAME).orElse(Map.of()));
        if (kept.map().isEmpty()) {
            return new Pressure(since, now, Duration.ZERO, 0, Instant.EPOCH);
        }
        boolean same = kept.text("step").orElseThrow().equals(since.toString());
        Instant at = Instant.parse(kept.text("at").orElseThrow());
        Duration before = Duration.parse(kept.text("lost").orElseThrow());
        int times = Integer.parseInt(kept.text("times").orElseThrow());
        Duration more = times > 0 ? Duration.between(at, now) : Duration.ZERO;
        Instant last = Instant.parse(kept.text("last").orElseThrow());
        return new Pressure(since, now, same ? before.plus(more) : Duration.ZERO, times, last);
    }

    /** After a tick that was refused calls. */
    Pressure more() {
        return new Pressure(step, at, lost, times + 1, at);
    }

    /** After a tick that was not. */
    Pressure none() {
        return new Pressure(step, at, lost, 0, last);
    }

    Payload keep(Payload payload) {
        Map<String, Object> map = new TreeMap<>();
        map.put("step", step.toString());
        map.put("at", at.toString());
        map.put("lost", lost.toString());
        map.put("times", Integer.toString(times));
        map.put("last", last.toString());
        return last.equals(Instant.EPOCH) ? payload.without(NAME) : payload.with(NAME, map);
    }

    /** Whether AWS has refused calls lately. */
    boolean presses() {
        return last.plus(LINGERS).isAfter(at);
    }

    /** How long to wait before the next try: longer each time, and not the same for every run. */
    int seconds(String run) {
        int longest = Math.min(LONGEST_SECONDS, SHORTEST_SECONDS << Math.min(times, 4));
        return spread(run, longest / 2, longest);
    }

    /** How long to wait for the next tick: about a {@code tick}, or the {@code rest} of a step that is nearly over. */
    long tick(String run, Duration tick, Duration rest) {
        int longest = (int) tick.toSeconds();
        int about = spread(run, longest * 3 / 4, longest);
        boolean ends = !rest.isNegative() && !rest.isZero() && rest.toSeconds() <= longest + about / 2;
        return ends ? rest.toSeconds() + 1 : about;
    }

    /** A number from {@code least} to {@code most}, by chance: of the run and of the time. */
    private int spread(String run, int least, int most) {
        int chance = (run + at).hashCode() * 0x9E3779B9;
        return least + Math.floorMod(chance >>> 8, most - least + 1);
    }
}
