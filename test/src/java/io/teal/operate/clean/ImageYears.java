package io.teal.operate.clean;

import io.teal.operate.account.BootedHost;
import io.teal.operate.account.StoredImage;
import io.teal.operate.account.TemplateVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * Years of one service's images, by chance: builds, releases to the colour without traffic, scale-outs, retires,
 * clean-ups, and what Image Builder's lifecycle policy deletes. EC2 reports a launch a day late.
 */
final class ImageYears {
    static final int KEEP = 3;
    private static final Duration LATE = Duration.ofHours(24);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration STEP = Duration.ofHours(12);

    final Map<String, StoredImage> images = new TreeMap<>();
    final Set<String> deleted = new HashSet<>();
    private final Map<String, List<Instant>> launches = new HashMap<>();
    private final String[] colours = new String[2];
    private final Instant[] started = new Instant[2];
    private final List<String> released = new ArrayList<>();
    private final Random random;
    private final boolean tagged;
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private int active;
    private int built;

    /** {@code tagged}: whether images are kept by their tag until a clean-up sees that nothing uses them. */
    ImageYears(long seed, boolean tagged) {
        this.random = new Random(seed);
        this.tagged = tagged;
        build();
        start(0, "ami-0001");
    }

    /** Half a day goes by; the images that were in use, or among the last releases, when something was deleted. */
    Set<String> step() {
        now = now.plus(STEP);
        switch (random.nextInt(7)) {
            case 0, 1 -> build();
            case 2 -> release();
            case 3 -> launch(colours[active]);
            case 4 -> retire();
            case 5 -> cleanUp();
            default -> {
                Set<String> needed = needed();
                lifecyclePolicy();
                return needed;
            }
        }
        return Set.of();
    }

    private void build() {
        String id = "ami-%04d".formatted(++built);
        images.put(id, new StoredImage(id, built + ".0.0", "available", now, Optional.empty(), tagged));
    }

    /** As {@code teal next --image} allows: an image that is there and kept. */
    private void release() {
        List<String> all = images.values().stream()
                .filter(image -> image.kept() || !tagged)
                .map(StoredImage::id)
                .toList();
        int other = 1 - active;
        if (!all.isEmpty() && rested(other) && rested(active)) {
            start(other, all.get(all.size() - 1 - random.nextInt(Math.min(all.size(), 2 * KEEP))));
            active = other;
        }
    }

    private boolean rested(int colour) {
        return colours[colour] == null || !now.isBefore(started[colour].plus(LATE));
    }

    private void start(int colour, String id) {
        colours[colour] = id;
        started[colour] = now;
        released.remove(id);
        released.add(id);
        launch(id);
    }

    private void launch(String id) {
        launches.computeIfAbsent(id, key -> new ArrayList<>()).add(now);
    }

    private void retire() {
        int other = 1 - active;
        if (rested(other)) {
            colours[other] = null;
        }
    }

    private Set<String> needed() {
        Set<String> needed = new HashSet<>(released.subList(Math.max(0, released.size() - KEEP), released.size()));
        for (String id : colours) {
            if (id != null) {
                needed.add(id);
            }
        }
        return needed;
    }

    private List<StoredImage> reported() {
        return images.values().stream()
                .map(image -> new StoredImage(
                        image.id(),
                        image.version(),
                        image.state(),
                        image.created(),
                        launches.getOrDefault(image.id(), List.of()).stream()
                                .filter(at -> !at.plus(LATE).isAfter(now))
                                .max(Comparator.naturalOrder()),
                        image.kept()))
                .toList();
    }

    private void cleanUp() {
        List<BootedHost> hosts = new ArrayList<>();
        List<TemplateVersion> templates = new ArrayList<>();
        for (String id : colours) {
            if (id != null && random.nextBoolean()) {
                hosts.add(new BootedHost("i-" + id, id, Optional.empty(), Optional.empty()));
            }
            if (id != null) {
                templates.add(new TemplateVersion("lt-" + id, 1, true, id));
            }
        }
        Set<String> used = new ImageUses(hosts, templates, KEEP).of(reported());
        images.replaceAll((id, image) -> new StoredImage(
                id, image.version(), image.state(), image.created(), Optional.empty(), used.contains(id)));
    }

    private void lifecyclePolicy() {
        List<StoredImage> old = reported().stream()
                .sorted(Comparator.comparing(StoredImage::created).reversed())
                .skip(KEEP)
                .filter(image -> !(tagged && image.kept()))
                .filter(image ->
                        image.launched().isEmpty() || image.launched().get().isBefore(now.minus(WEEK)))
                .toList();
        old.forEach(image -> {
            images.remove(image.id());
            deleted.add(image.id());
        });
    }
}
