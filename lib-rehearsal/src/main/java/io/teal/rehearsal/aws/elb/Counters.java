package io.teal.rehearsal.aws.elb;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a load balancer counts for its metrics, in slices of five milliseconds of real time, so that reading the last
 * minute costs the same in a long run. Thread-safe.
 */
public final class Counters {
    /** The status of a request whose target did not respond. */
    public static final int NO_ANSWER = 0;

    private static final long SLICE_MICROS = 5_000;
    private static final long MICROS = 1_000_000;

    private final Map<String, ConcurrentNavigableMap<Long, Slice>> answers = new ConcurrentHashMap<>();
    private final Map<FlowEvent, ConcurrentNavigableMap<Long, Slice>> flows = new ConcurrentHashMap<>();
    private final ConcurrentNavigableMap<Long, Slice> own = new ConcurrentSkipListMap<>();
    private final Map<String, ConcurrentNavigableMap<Long, Health>> health = new ConcurrentHashMap<>();

    private final InstantSource clock;

    /** No counts yet; {@code clock} gives the time of each. */
    Counters(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Host counts of a target group after a change or a health check.
     *
     * @param healthy its healthy targets
     * @param unhealthy its unhealthy ones
     */
    public record Health(long healthy, long unhealthy) {
        /** The group is not health-checked. */
        static final Health UNKNOWN = new Health(-1, -1);
    }

    /** Events of a TCP flow. */
    public enum FlowEvent {
        /** A client has opened it. */
        BEGUN,
        /** Its target has reset it, or refused it. */
        RESET_BY_TARGET
    }

    /** Counts one event. */
    void flow(FlowEvent event) {
        slice(slices(flows, event)).add(NO_ANSWER, 0);
    }

    /** Number of such events in all target groups, from {@code from} until before {@code to}, in real time. */
    public long flows(FlowEvent event, Instant from, Instant to) {
        return count(slices(flows, event), any -> true, from, to);
    }

    /** Counts a response of a target of {@code group}, which took {@code nanos}. */
    void answered(String group, int status, long nanos) {
        slice(slices(answers, group)).add(status, (int) TimeUnit.NANOSECONDS.toMicros(nanos));
    }

    /** Counts a request whose target of {@code group} did not respond. */
    void unanswered(String group) {
        slice(slices(answers, group)).add(NO_ANSWER, 0);
    }

    /** Counts a response that the load balancer generated itself. */
    void itself(int status) {
        slice(own).add(status, 0);
    }

    /** Records the current health of {@code group}. */
    void seen(String group, Health now) {
        health.computeIfAbsent(group, id -> new ConcurrentSkipListMap<>()).put(number(clock.instant()), now);
    }

    /** The groups that had requests, including deleted ones. */
    public Set<String> groups() {
        return new TreeSet<>(answers.keySet());
    }

    /**
     * Requests routed to {@code group} whose status ({@link #NO_ANSWER} for no response) matches, from {@code from}
     * until before {@code to}, in real time.
     */
    public long count(String group, IntPredicate status, Instant from, Instant to) {
        return count(slices(answers, group), status, from, to);
    }

    /** The response time of each response of {@code group} in that time, in microseconds. */
    public IntStream micros(String group, Instant from, Instant to) {
        return within(slices(answers, group), from, to).stream().flatMapToInt(Slice::micros);
    }

    /** Responses that the load balancer generated itself and whose status matches, in that time. */
    public long countOwn(IntPredicate status, Instant from, Instant to) {
        return count(own, status, from, to);
    }

    /** The health of {@code group} recorded in that time; the last one before it if there is none. */
    public Stream<Health> health(String group, Instant from, Instant to) {
        ConcurrentNavigableMap<Long, Health> checks = health.getOrDefault(group, new ConcurrentSkipListMap<>());
        Collection<Health> seen = within(checks, from, to);
        return (seen.isEmpty()
                        ? checks.headMap(number(from)).descendingMap().values().stream()
                                .limit(1)
                        : seen.stream())
                .filter(one -> !one.equals(Health.UNKNOWN));
    }

    private static <K> ConcurrentNavigableMap<Long, Slice> slices(
            Map<K, ConcurrentNavigableMap<Long, Slice>> all, K key) {
        return all.computeIfAbsent(key, any -> new ConcurrentSkipListMap<>());
    }

    private static long count(
            ConcurrentNavigableMap<Long, Slice> slices, IntPredicate status, Instant from, Instant to) {
        return within(slices, from, to).stream()
                .mapToLong(slice -> slice.count(status))
                .sum();
    }

    private Slice slice(ConcurrentNavigableMap<Long, Slice> slices) {
        return slices.computeIfAbsent(number(clock.instant()), at -> new Slice());
    }

    private static <T> Collection<T> within(ConcurrentNavigableMap<Long, T> slices, Instant from, Instant to) {
        return from.isBefore(to) ? slices.subMap(number(from), number(to)).values() : List.of();
    }

    private static long number(Instant at) {
        return (at.getEpochSecond() * MICROS + at.getNano() / 1_000) / SLICE_MICROS;
    }
}
