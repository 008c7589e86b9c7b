package io.teal.rehearsal.demo;

import io.teal.rehearsal.Timers;
import io.teal.rehearsal.http.HttpHead;
import io.teal.rehearsal.http.RehearsalHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * A model of {@link DemoService} with the same faults. It boots in 5 to 40 seconds and takes 2 to 60 milliseconds for a
 * request, but half a second for one in fifty.
 */
public final class ModelledDemo {
    private static final int SHORTEST_BOOT_MILLIS = 5_000;
    private static final int LONGEST_BOOT_MILLIS = 40_000;
    private static final int SHORTEST_MICROS = 2_000;
    private static final int LONGEST_MICROS = 60_000;
    private static final int SLOW_EVERY = 50;
    private static final Duration SLOW = Duration.ofMillis(500);
    private static final long NANOS = 1000;
    private static final Duration CALM = Duration.ofMillis(200);

    /** As long as a process may take to stop. */
    private static final Duration STOP = Duration.ofSeconds(10);

    private final List<String> served = new ArrayList<>();
    private final Timers timers;
    private final Supplier<Duration> each;
    private final Faults faults;
    private final Instant ready;
    private Instant lastRequest = Instant.MIN;
    private int busy;
    private boolean ended;

    /**
     * A service that begins to boot now.
     *
     * @param faults what is wrong with it
     * @param zone its availability zone
     * @param boot how long it boots without a fault
     * @param each how long it takes for each request without a fault
     */
    public ModelledDemo(List<HostFault> faults, int zone, Timers timers, Duration boot, Supplier<Duration> each) {
        this.timers = timers;
        this.each = each;
        this.faults = new Faults(faults, Integer.toString(zone), timers);
        this.ready = timers.instant().plus(boot).plus(this.faults.boot());
    }

    /** A service that begins to boot now and whose times {@code random} draws. */
    public static ModelledDemo drawn(List<HostFault> faults, int zone, Timers timers, RandomGenerator random) {
        Duration boot = Duration.ofMillis(random.nextInt(SHORTEST_BOOT_MILLIS, LONGEST_BOOT_MILLIS + 1));
        return new ModelledDemo(faults, zone, timers, boot, () -> drawn(random));
    }

    private static Duration drawn(RandomGenerator random) {
        return random.nextInt(SLOW_EVERY) == 0
                ? SLOW
                : Duration.ofNanos(NANOS * random.nextInt(SHORTEST_MICROS, LONGEST_MICROS + 1));
    }

    /** Whether its process runs. */
    public boolean isAlive() {
        return !ended && !(faults.crashes() && hasBooted());
    }

    /** Whether it accepts connections. */
    public boolean listens() {
        return isAlive() && hasBooted();
    }

    /** Whether its time to boot has passed. */
    public boolean hasBooted() {
        return !timers.instant().isBefore(ready);
    }

    /** Ends it at once. */
    public void kill() {
        ended = true;
    }

    /** Ends it when no request is in progress and none has come for a moment, within ten seconds. */
    public CompletableFuture<Void> stop() {
        Instant latest = timers.instant().plus(STOP);
        return timers.until(() -> isCalm() || !timers.instant().isBefore(latest), CALM)
                .thenRun(this::kill);
    }

    private boolean isCalm() {
        return faults.stops() && busy == 0 && !timers.instant().isBefore(lastRequest.plus(CALM));
    }

    /** The status of the answer to a health check of {@code path}. */
    public int check(String path) {
        return faults.status(path.equals(DemoService.HEALTH));
    }

    /**
     * The answer to a request of the load.
     *
     * @param takes how long it takes
     * @param status its status
     */
    public record Answer(Duration takes, int status) {}

    /** A request of the load begins. */
    public Answer begin(HttpHead request) {
        busy++;
        lastRequest = timers.instant();
        String id = request.header(RehearsalHeaders.REQUEST).orElseThrow();
        if (!id.startsWith(RehearsalHeaders.PREVIEW)) {
            served.add(id);
        }
        Duration takes = each.get().plus(DemoService.asked(request)).plus(faults.takes());
        return new Answer(takes, faults.status(false));
    }

    /** That request ends; returns whether it is answered. */
    public boolean end() {
        busy--;
        ended |= faults.dies();
        return isAlive() && faults.answers();
    }

    /** The ids of the requests that it served, one as often as it served it. */
    public List<String> served() {
        return served;
    }
}
