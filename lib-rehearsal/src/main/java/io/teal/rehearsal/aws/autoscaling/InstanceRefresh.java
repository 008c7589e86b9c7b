package io.teal.rehearsal.aws.autoscaling;

import io.teal.rehearsal.Timescale;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An instance refresh: replaces hosts in batches, pauses at checkpoints, bakes, and fails if an alarm goes off.
 *
 * <p>Two assumptions where AWS documents nothing: an alarm in {@code ALARM} before the refresh begins fails it only if
 * it leaves that state and returns, since every rollback would fail otherwise; and there is no pause after the last
 * host.
 */
final class InstanceRefresh {
    /** How long Auto Scaling waits for new hosts. */
    private static final Duration TIMEOUT = Duration.ofHours(1);

    private static final Duration CHECK_INTERVAL = Duration.ofSeconds(5);
    private static final int ALL_PERCENT = 100;
    private static final String ALARM = "ALARM";

    private final LocalAutoScalingGroup fleet;
    private final RefreshModel model;
    private final Timescale timescale;
    private final RefreshWatch watch;
    private final int size;
    private final Set<Host> current;
    private final Set<String> wasInAlarm;

    InstanceRefresh(
            LocalAutoScalingGroup fleet, RefreshModel model, int size, Timescale timescale, RefreshWatch watch) {
        this.fleet = fleet;
        this.model = model;
        this.size = size;
        this.timescale = timescale;
        this.watch = watch;
        this.current = new HashSet<>(model.skipsMatching() ? List.of() : fleet.staying());
        this.wasInAlarm = new HashSet<>(inAlarm());
    }

    /**
     * Replaces all outdated hosts.
     *
     * @throws RefreshFailure if it cannot, an alarm goes off, or the update is cancelled
     */
    void run() throws InterruptedException {
        log("begins: " + replaced() + " of " + size + " hosts are up to date");
        for (int percent : model.stages()) {
            int until = Math.min(size, RefreshModel.hosts(percent, size));
            boolean reached = replaced() >= until;
            while (replaced() < until || ready() < until) {
                batch(until);
            }
            if (!reached && percent < ALL_PERCENT) {
                log("checkpoint: " + until + " of " + size + " hosts are replaced");
                pause(model.checkpointDelay());
            }
        }
        fleet.leave(old(), size);
        log("bakes: all " + size + " hosts are replaced");
        pause(model.bake());
        log("is done: no alarm went off");
    }

    private void batch(int until) throws InterruptedException {
        int count = Math.max(0, Math.min(until - replaced(), model.batch(size)));
        int next = Math.min(until, replaced() + count);
        if (!model.launchesFirst()) {
            fleet.leave(old(), size - count);
        }
        fleet.add(count);
        await(next);
        fleet.leave(old(), size);
    }

    /** The outdated hosts; one that Auto Scaling has replaced meanwhile is not. */
    private List<Host> old() {
        return fleet.staying().stream().filter(host -> !matches(host)).toList();
    }

    private boolean matches(Host host) {
        return !current.contains(host)
                && host.fleet().launch().equals(fleet.model().launch());
    }

    private int replaced() {
        return (int) fleet.staying().stream().filter(this::matches).count();
    }

    private int ready() {
        long youngest = System.nanoTime() - timescale.real(model.warmUp()).toNanos();
        return (int) fleet.staying().stream()
                .filter(this::matches)
                .filter(host -> host.since() - youngest <= 0 && fleet.serves(host))
                .count();
    }

    private void await(int hosts) throws InterruptedException {
        long from = System.nanoTime();
        while (ready() < hosts) {
            check();
            if (System.nanoTime() - from > timescale.real(TIMEOUT).toNanos()) {
                throw failed("its hosts could not be replaced within an hour: " + ready() + " of " + hosts
                        + " new hosts are healthy");
            }
        }
    }

    private void pause(Duration time) throws InterruptedException {
        long from = System.nanoTime();
        long until = from + timescale.real(time).toNanos();
        while (System.nanoTime() < until) {
            check();
        }
    }

    private void check() throws InterruptedException {
        timescale.sleep(CHECK_INTERVAL);
        if (watch.cancelled().getAsBoolean()) {
            throw failed("the update was cancelled");
        }
        Set<String> now = inAlarm();
        for (String alarm : now) {
            if (!wasInAlarm.contains(alarm)) {
                throw failed("alarm " + alarm + " is in state ALARM");
            }
        }
        wasInAlarm.retainAll(now);
    }

    private Set<String> inAlarm() {
        Map<String, String> states = watch.alarms().apply(model.alarms());
        Set<String> names = new HashSet<>();
        states.forEach((name, state) -> {
            if (state.equals(ALARM)) {
                names.add(name);
            }
        });
        return names;
    }

    private RefreshFailure failed(String why) {
        String reason = "the instance refresh of " + fleet.model().id() + " failed: " + why;
        log("failed: " + why);
        return new RefreshFailure(reason);
    }

    private void log(String what) {
        watch.log().accept(fleet.model().id() + " refresh " + what);
    }
}
