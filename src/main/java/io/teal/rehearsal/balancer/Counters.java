package io.teal.rehearsal.balancer;

import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntPredicate;

/** Answers of targets, as a load balancer counts them for its metrics. Safe for use by many threads. */
public final class Counters {
    private final Queue<Answered> answered = new ConcurrentLinkedQueue<>();

    /**
     * One answer.
     *
     * @param at when it was relayed
     * @param group the target group it came from
     * @param status its code
     */
    private record Answered(Instant at, String group, int status) {}

    void add(String group, int status) {
        answered.add(new Answered(Instant.now(), group, status));
    }

    /** Answers from {@code group} whose code fits, from {@code from} until before {@code to}, in real time. */
    public long count(String group, IntPredicate status, Instant from, Instant to) {
        return answered.stream()
                .filter(one -> one.group().equals(group) && status.test(one.status()))
                .filter(one -> !one.at().isBefore(from) && one.at().isBefore(to))
                .count();
    }
}
