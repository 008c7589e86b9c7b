package io.teal.rehearsal.aws.autoscaling;

import io.teal.rehearsal.Timers;
import io.teal.release.Contract;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.IntStream;

/**
 * An Auto Scaling group whose hosts run both colours. Each installed colour has one process on each host: the n-th of
 * blue and the n-th of green share a host.
 *
 * <p>Unlike in AWS, a process is drained before it is stopped. Only a colour without traffic is stopped.
 */
public final class SharedHostGroup {
    /** The scripts time out after 4 min; here processes boot in real time, while the template's time runs faster. */
    private static final Duration HEALTHY_WITHIN = Duration.ofMinutes(15);

    private static final Duration CHECK_INTERVAL = Duration.ofSeconds(5);
    private static final String UNHEALTHY = "not healthy";
    private static final List<String> COLORS = List.of("blue", "green");

    private final LocalAutoScaling fleets;
    private final Timers timers;
    private final SortedMap<String, String> installed = new ConcurrentSkipListMap<>();
    private final Map<String, Map<String, String>> tags = new ConcurrentHashMap<>();
    private volatile FleetModel model;
    private volatile int desired;

    SharedHostGroup(FleetModel model, LocalAutoScaling fleets, Timers timers) {
        this.model = model;
        this.fleets = fleets;
        this.timers = timers;
        resize(model.size().initial());
    }

    /** The group in its current template. */
    public FleetModel model() {
        return model;
    }

    /** The desired capacity. */
    public int desired() {
        return desired;
    }

    /** Ids of the hosts. */
    public List<String> hosts() {
        return IntStream.rangeClosed(1, desired)
                .mapToObj(number -> model.id() + "-" + number)
                .toList();
    }

    /** The tags of {@code host}. */
    public Map<String, String> tags(String host) {
        return Map.copyOf(tags.getOrDefault(host, Map.of()));
    }

    /** Writes a tag of {@code host}. */
    public void tag(String host, String key, String value) {
        tags.computeIfAbsent(host, id -> new ConcurrentHashMap<>()).put(key, value);
    }

    /** Grows or shrinks to {@code size}; a new host gets the group's tags and the installed versions. */
    public void resize(int size) {
        desired = size;
        for (String host : hosts()) {
            if (!tags.containsKey(host)) {
                model.colors().forEach((color, version) -> tag(host, Contract.versionTag(color), version));
            }
        }
        tags.keySet().retainAll(hosts());
        COLORS.forEach(color -> fleet(color).ifPresent(fleet -> fleet.resize(size)));
    }

    void update(FleetModel changed) {
        model = changed;
        int clamped = Math.max(changed.size().min(), Math.min(changed.size().max(), desired));
        if (clamped != desired) {
            resize(clamped);
        }
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
                new FleetModel.GroupSize(model.size().min(), model.size().max(), OptionalInt.of(desired));
        fleets.create(new FleetModel(
                id(color),
                size,
                List.of(model.groups().get(COLORS.indexOf(color))),
                new FleetModel.ReleaseTags(color, version),
                model.launch(),
                false,
                FleetModel.HealthCheckUse.NONE));
    }

    private CompletableFuture<Optional<String>> validate(List<String> started) {
        Instant deadline = timers.instant().plus(timers.timescale().real(HEALTHY_WITHIN));
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

    /** Stops every process. */
    CompletableFuture<Void> endAll() {
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
