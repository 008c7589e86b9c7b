package io.teal.rehearsal.aws.elb;

import io.teal.rehearsal.Timers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a load balancer counts for its metrics, in slices of half a second of the template's time and at least five
 * milliseconds, so that reading the last minute costs the same in a long run. Thread-safe.
 */
public final class Counters {
    /** The status of a request whose target did not respond. */
    public static final int NO_ANSWER = 0;

    private static final Duration SLICE = Duration.ofMillis(500);
    private static final Duration SHORTEST_SLICE = Duration.ofMillis(5);
    private static final long MICROS = 1_000_000;
    private static final long NANOS = 1_000;

    private final Map<String, Slices> answers = new ConcurrentHashMap<>();
    private final Map<FlowEvent, Slices> flows = new ConcurrentHashMap<>();
    private final Slices own = new Slices();
    private final Map<String, HealthLog> health = new ConcurrentHashMap<>();

    private final Timers timers;
    private final long sliceMicros;

    /** No counts yet; {@code timers} give the time of each. */
    Counters(Timers timers) {
        this.timers = timers;
        this.sliceMicros = timers.timescale().real(SLICE, SHORTEST_SLICE).toNanos() / NANOS;
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
        health.computeIfAbsent(group, id -> new HealthLog()).add(number(timers.instant()), now);
    }

    /** The groups that had requests, including deleted ones. */
    public Set<String> groups() {
        return new TreeSet<>(answers.keySet());
    }

    /** Requests routed to {@code group}, from {@code from} until before {@code to}, in real time. */
    public long requests(String group, Instant from, Instant to) {
        return slices(answers, group).sum(number(from), number(to), Slice::size);
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
        return slices(answers, group).within(number(from), number(to)).flatMapToInt(Slice::micros);
    }

    /** Responses that the load balancer generated itself and whose status matches, in that time. */
    public long countOwn(IntPredicate status, Instant from, Instant to) {
        return count(own, status, from, to);
    }

    /** The health of {@code group} recorded in that time; the last one before it if there is none. */
    public Stream<Health> health(String group, Instant from, Instant to) {
        return health.getOrDefault(group, new HealthLog())
                .within(number(from), number(to))
                .filter(one -> !one.equals(Health.UNKNOWN));
    }

    private static <K> Slices slices(Map<K, Slices> all, K key) {
        return all.computeIfAbsent(key, any -> new Slices());
    }

    private long count(Slices slices, IntPredicate status, Instant from, Instant to) {
        return slices.sum(number(from), number(to), slice -> slice.count(status));
    }

    private Slice slice(Slices slices) {
        return slices.at(number(timers.instant()));
    }

    private long number(Instant at) {
        return (at.getEpochSecond() * MICROS + at.getNano() / NANOS) / sliceMicros;
    }
}
