package io.teal.rehearsal.balancer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/**
 * What a load balancer counts for its metrics, in slices of five milliseconds of real time. Safe for use by many
 * threads.
 */
public final class Counters {
    /** Where answers are counted that the load balancer gave by itself. */
    public static final String ITSELF = "";

    private static final long SLICE_MICROS = 5_000;
    private static final long MICROS = 1_000_000;

    private final Map<String, ConcurrentNavigableMap<Long, List<Answered>>> answers = new ConcurrentHashMap<>();
    private final Map<String, ConcurrentNavigableMap<Long, Health>> health = new ConcurrentHashMap<>();

    /**
     * One answer.
     *
     * @param status its code
     * @param micros how long the target took
     */
    public record Answered(int status, long micros) {}

    /**
     * A target group after a probe.
     *
     * @param healthy its healthy targets
     * @param unhealthy its unhealthy ones
     */
    public record Health(long healthy, long unhealthy) {}

    /** One answer of a target, or of the balancer {@link #ITSELF}. */
    void add(String group, int status, long micros) {
        List<Answered> slice = answers.computeIfAbsent(group, id -> new ConcurrentSkipListMap<>())
                .computeIfAbsent(slice(Instant.now()), at -> new ArrayList<>());
        synchronized (slice) {
            slice.add(new Answered(status, micros));
        }
    }

    void add(String group, Health now) {
        health.computeIfAbsent(group, id -> new ConcurrentSkipListMap<>()).put(slice(Instant.now()), now);
    }

    /** Answers from {@code group} whose code fits, from {@code from} until before {@code to}, in real time. */
    public long count(String group, IntPredicate status, Instant from, Instant to) {
        return answers(group, from, to).stream()
                .filter(one -> status.test(one.status()))
                .count();
    }

    /** Answers from {@code group}, from {@code from} until before {@code to}, in real time. */
    public List<Answered> answers(String group, Instant from, Instant to) {
        List<Answered> found = new ArrayList<>();
        for (List<Answered> slice : within(answers.get(group), from, to)) {
            synchronized (slice) {
                found.addAll(slice);
            }
        }
        return found;
    }

    /** Answers from every group, and of the balancer itself, in the same time. */
    public List<Answered> allAnswers(Instant from, Instant to) {
        return answers.keySet().stream()
                .flatMap(group -> answers(group, from, to).stream())
                .toList();
    }

    /** The health of {@code group} after each probe in the same time. */
    public Stream<Health> health(String group, Instant from, Instant to) {
        return within(health.get(group), from, to).stream();
    }

    private static <T> Collection<T> within(ConcurrentNavigableMap<Long, T> slices, Instant from, Instant to) {
        return slices == null
                ? List.of()
                : slices.subMap(slice(from), slice(to)).values();
    }

    private static long slice(Instant at) {
        return (at.getEpochSecond() * MICROS + at.getNano() / 1_000) / SLICE_MICROS;
    }
}
