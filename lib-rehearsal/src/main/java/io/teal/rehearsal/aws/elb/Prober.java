package io.teal.rehearsal.aws.elb;

import io.teal.rehearsal.Timescale;
import io.teal.rehearsal.http.HttpConnection;
import io.teal.rehearsal.http.HttpHead;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/** Probes targets, each at its group's interval; the only source of health. */
final class Prober implements AutoCloseable {
    /** An answer takes the time it takes, and here hosts and load share one machine. */
    private static final Duration SHORTEST_LIMIT = Duration.ofMillis(500);

    private final Timescale timescale;
    private final RandomGenerator random;
    private final Counters counters;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(Threads.named("probes"));
    private final ExecutorService probes = Executors.newCachedThreadPool(Threads.named("probe"));

    Prober(Timescale timescale, RandomGenerator random, Counters counters) {
        this.counters = counters;
        this.timescale = timescale;
        this.random = random;
    }

    /** Probes {@code target} until it is removed, first at a random moment within one interval. */
    void watch(LocalTargetGroup group, LocalTarget target) {
        long interval = interval(group).toNanos();
        again(group, target, Duration.ofNanos((long) (interval * random.nextDouble())));
    }

    private void again(LocalTargetGroup group, LocalTarget target, Duration delay) {
        clock.schedule(() -> probes.execute(() -> visit(group, target)), delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void visit(LocalTargetGroup group, LocalTarget target) {
        if (target.gone() || clock.isShutdown()) {
            return;
        }
        long begun = System.nanoTime();
        if (group.used()) {
            HealthCheck check = group.model().healthCheck();
            if (target.probed(probe(target.port(), check), check)
                    && group.model().ends().whenUnhealthy()) {
                target.resetFlows();
            }
            counters.seen(group.model().id(), group.health());
        }
        Duration left = interval(group).minusNanos(System.nanoTime() - begun);
        if (!clock.isShutdown()) {
            again(group, target, left);
        }
    }

    private Duration interval(LocalTargetGroup group) {
        return timescale.real(group.model().healthCheck().interval());
    }

    private ProbeOutcome probe(int port, HealthCheck check) {
        Duration limit = limit(check);
        try (HttpConnection connection = HttpConnection.open(port, limit)) {
            connection.timeout(limit);
            return check.connectsOnly() ? ProbeOutcome.PASSED : answer(connection, port, check);
        } catch (IOException noConnection) {
            return ProbeOutcome.FAILED;
        }
    }

    private Duration limit(HealthCheck check) {
        Duration scaled = timescale.real(check.timeout());
        return scaled.compareTo(SHORTEST_LIMIT) < 0 ? SHORTEST_LIMIT : scaled;
    }

    private static ProbeOutcome answer(HttpConnection connection, int port, HealthCheck check) throws IOException {
        try {
            return check.matcher().matches(ask(connection, port, check.path()))
                    ? ProbeOutcome.PASSED
                    : ProbeOutcome.MISMATCH;
        } catch (SocketTimeoutException slow) {
            return ProbeOutcome.TIMEOUT;
        }
    }

    private static int ask(HttpConnection connection, int port, String path) throws IOException {
        HttpHead.of(
                        "GET " + path + " HTTP/1.1",
                        "Host",
                        "127.0.0.1:" + port,
                        "User-Agent",
                        "ELB-HealthChecker/2.0",
                        "Connection",
                        "close")
                .write(connection.out());
        connection.out().flush();
        HttpHead answer = HttpHead.read(connection.in()).orElseThrow(() -> new IOException("closed"));
        return answer.status();
    }

    @Override
    public void close() {
        clock.shutdownNow();
        probes.shutdownNow();
    }
}
