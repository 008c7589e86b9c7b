package io.teal.rehearsal.aws.autoscaling;

import io.teal.rehearsal.Timers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An Auto Scaling group whose hosts run both colours. Each installed colour has one process on each host: the n-th of
 * blue and the n-th of green share a host.
 *
 * <p>Unlike in AWS, a process is drained before it is stopped. Only a colour without traffic is stopped.
 */
public final class SharedHostGroup implements ScalingGroup {
    /** The scripts time out after 4 min; here processes boot in real time, while the template's time runs faster. */
    private static final Duration HEALTHY_WITHIN = Duration.ofMinutes(15);

    private static final Duration CHECK_INTERVAL = Duration.ofSeconds(5);
    private static final String UNHEALTHY = "not healthy";
    private static final List<String> COLORS = List.of("blue", "green");

    private final LocalAutoScaling fleets;
    private final Timers timers;
    private final SortedMap<String, String> installed = new ConcurrentSkipListMap<>();
    private final SortedMap<Integer, FleetModel> hosts = new ConcurrentSkipListMap<>();
    private final AtomicInteger launched = new AtomicInteger();
    private volatile FleetModel model;
    private volatile FleetModel.GroupSize written;

    SharedHostGroup(FleetModel model, LocalAutoScaling fleets, Timers timers) {
        this.model = model;
        this.written = model.size();
        this.fleets = fleets;
        this.timers = timers;
        resize(model.size().initial());
    }

    @Override
    public FleetModel model() {
        return model;
    }

    @Override
    public int desired() {
        return hosts.size();
    }

    @Override
    public void limit(FleetModel.GroupSize size) {
        model = model.sized(size);
    }

    @Override
    public Map<String, FleetModel> members() {
        Map<String, FleetModel> members = new LinkedHashMap<>();
        hosts.forEach((number, launch) -> members.put(model.id() + "-" + number, launch));
        return members;
    }

    /** A new host gets the group's tags and the installed versions. */
    @Override
    public synchronized CompletableFuture<Void> resize(int size) {
        while (hosts.size() > size) {
            hosts.remove(hosts.lastKey());
        }
        while (hosts.size() < size) {
            hosts.put(launched.incrementAndGet(), model);
        }
        return Timers.all(
                COLORS.stream().flatMap(color -> fleet(color).stream()).map(fleet -> fleet.resize(size)));
    }

    @Override
    public CompletableFuture<Void> startUpdate(FleetModel changed, RefreshWatch watch) {
        FleetModel.GroupSize size = watch.sizes(changed.size());
        FleetModel.GroupSize limits = size.limits(written, model.size());
        int wanted = size.after(written, limits, desired());
        written = changed.size();
        model = changed.sized(limits);
        return resize(wanted);
    }

    /**
     * Installs the {@code wanted} version of each colour that has another.
     *
     * @return why a colour that was started is not healthy; empty if all are
     */
    public CompletableFuture<Optional<String>> startInstall(SortedMap<String, String> wanted) {
        List<String> started = new ArrayList<>();
        CompletableFuture<Void> done = CompletableFuture.completedFuture(null);
        for (String color : COLORS) {
            String version = wanted.get(color);
            if (!Objects.equals(version, installed.get(color))) {
                done = done.thenCompose(before -> stop(color));
                if (version != null) {
                    started.add(color);
                    done = done.thenRun(() -> start(color, version));
                }
            }
        }
        return done.thenCompose(all -> validate(started));
    }

    private CompletableFuture<Void> stop(String color) {
        return installed.remove(color) == null
                ? CompletableFuture.completedFuture(null)
                : fleets.startDelete(id(color));
    }

    private void start(String color, String version) {
        installed.put(color, version);
        FleetModel.GroupSize size =
                new FleetModel.GroupSize(model.size().min(), model.size().max(), OptionalInt.of(desired()));
        fleets.create(new FleetModel(
                id(color),
                size,
                List.of(model.groups().get(COLORS.indexOf(color))),
                new FleetModel.ReleaseTags(color, version),
                model.launch(),
                Optional.empty(),
                FleetModel.HealthCheckUse.NONE,
                new TreeMap<>(),
                new LaunchRules(model.launches().securityGroups(), List.of(), Optional.empty())));
    }

    private CompletableFuture<Optional<String>> validate(List<String> started) {
        Instant deadline = timers.deadline(HEALTHY_WITHIN);
        return timers.until(() -> unready(started).isEmpty() || timers.instant().isAfter(deadline), CHECK_INTERVAL)
                .thenApply(over -> unready(started).map(color -> {
                    installed.put(color, UNHEALTHY);
                    return color + " is not healthy";
                }));
    }

    private Optional<String> unready(List<String> colors) {
        return colors.stream()
                .filter(color -> !fleet(color).orElseThrow().ready())
                .findFirst();
    }

    @Override
    public CompletableFuture<Void> endAll() {
        return startInstall(new TreeMap<>()).thenRun(() -> {});
    }

    /** The other colour's process on the host of {@code process}. */
    Optional<Host> twin(Host process) {
        Map<String, List<Host>> processes = new TreeMap<>();
        COLORS.forEach(color -> processes.put(
                color, fleet(color).map(LocalAutoScalingGroup::staying).orElse(List.of())));
        for (String color : COLORS) {
            int place = processes.get(color).indexOf(process);
            List<Host> others = processes.get(COLORS.get(1 - COLORS.indexOf(color)));
            if (place >= 0 && place < others.size()) {
                return Optional.of(others.get(place));
            }
        }
        return Optional.empty();
    }

    private Optional<LocalAutoScalingGroup> fleet(String color) {
        return fleets.fleet(id(color));
    }

    private String id(String color) {
        return model.id() + "." + color;
    }
}
