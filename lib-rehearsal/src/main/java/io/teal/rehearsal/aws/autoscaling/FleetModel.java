package io.teal.rehearsal.aws.autoscaling;

import io.teal.release.Contract;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An Auto Scaling group.
 *
 * @param id its logical id
 * @param size its sizes
 * @param groups the target groups its hosts register in
 * @param release the release that its hosts run
 * @param launch changes with the launch template version
 * @param update how hosts are replaced when {@code launch} changes; empty if they are not
 * @param care which health checks replace a host
 * @param colors the versions of the colours that share its hosts, by colour; empty if it is not shared
 * @param launches what is done with each host that is launched
 */
public record FleetModel(
        String id,
        GroupSize size,
        List<String> groups,
        ReleaseTags release,
        String launch,
        Optional<HostUpdate> update,
        HealthCheckUse care,
        SortedMap<String, String> colors,
        LaunchRules launches) {

    /** Copies the lists. */
    public FleetModel {
        groups = List.copyOf(groups);
        colors = Collections.unmodifiableSortedMap(new TreeMap<>(colors));
    }

    /** Whether both colours run on its hosts. */
    public boolean sharesHosts() {
        return !colors.isEmpty();
    }

    /** A group whose hosts are its own, without rules for launches. */
    public FleetModel(
            String id,
            GroupSize size,
            List<String> groups,
            ReleaseTags release,
            String launch,
            Optional<HostUpdate> update,
            HealthCheckUse care) {
        this(id, size, groups, release, launch, update, care, new TreeMap<>(), LaunchRules.NONE);
    }

    /** The same with other sizes. */
    FleetModel sized(GroupSize other) {
        return new FleetModel(id, other, groups, release, launch, update, care, colors, launches);
    }

    /** The tags of a host launched from it that tell what it runs. */
    Map<String, String> tags() {
        Map<String, String> tags = new TreeMap<>();
        colors.forEach((color, version) -> tags.put(Contract.versionTag(color), version));
        return sharesHosts()
                ? tags
                : Map.of(Contract.VERSION_TAG, release.version(), Contract.COLOR_TAG, release.color());
    }

    /** The fleet's name in reports: its colour if it has one, else its logical id. */
    public String label() {
        return release.color().isEmpty() ? id : release.color().toLowerCase(Locale.ROOT);
    }

    /**
     * Sizes of a fleet.
     *
     * @param min MinSize
     * @param max MaxSize
     * @param desired DesiredCapacity, if the template sets it
     * @param keepsLive whether an update leaves sizes alone that are as they were in the template before
     */
    public record GroupSize(int min, int max, OptionalInt desired, boolean keepsLive) {
        /** Sizes that every update of the group sets. */
        public GroupSize(int min, int max, OptionalInt desired) {
            this(min, max, desired, false);
        }

        /** The size of a new fleet. */
        public int initial() {
            return desired.orElse(min);
        }

        /**
         * The hosts after an update, of a fleet with {@code running} hosts, {@code limits} from then on, and
         * {@code before} in its template.
         */
        int after(GroupSize before, GroupSize limits, int running) {
            boolean written = desired.isPresent() && !(keepsLive && desired.equals(before.desired()));
            return limits.within(written ? desired.getAsInt() : running);
        }

        /** The limits after an update, of a fleet with {@code live} limits and {@code before} in its template. */
        GroupSize limits(GroupSize before, GroupSize live) {
            return new GroupSize(
                    keepsLive && min == before.min() ? live.min() : min,
                    keepsLive && max == before.max() ? live.max() : max,
                    desired,
                    keepsLive);
        }

        /** These with those of {@code sizes} that are set. */
        GroupSize with(ScheduledSize.Sizes sizes) {
            return new GroupSize(sizes.min().orElse(min), sizes.max().orElse(max), desired, keepsLive);
        }

        /** As {@code MinSize 2, MaxSize 8 and DesiredCapacity 2}. */
        String text(int hosts) {
            return "MinSize " + min + ", MaxSize " + max + " and DesiredCapacity " + hosts;
        }

        /** {@code hosts}, or the nearest size that is allowed. */
        int within(int hosts) {
            return Math.max(min, Math.min(max, hosts));
        }
    }

    /**
     * The release in the hosts' tags.
     *
     * @param color the colour; empty without a tag
     * @param version the version; a hash of the launch template without a tag
     */
    public record ReleaseTags(String color, String version) {}

    /**
     * Which health checks Auto Scaling uses, besides EC2's.
     *
     * @param byLoadBalancer whether it uses target group health
     * @param grace HealthCheckGracePeriod
     */
    public record HealthCheckUse(boolean byLoadBalancer, Duration grace) {
        /** Auto Scaling's defaults. */
        public static final HealthCheckUse NONE = new HealthCheckUse(false, Duration.ZERO);
    }
}
