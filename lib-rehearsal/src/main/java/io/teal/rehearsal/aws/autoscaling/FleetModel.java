package io.teal.rehearsal.aws.autoscaling;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An Auto Scaling group.
 *
 * @param id its logical id
 * @param size how many hosts it runs
 * @param groups the target groups its hosts register in
 * @param release what its hosts run
 * @param launch a text that changes when CloudFormation would see another launch template version
 * @param replaces whether its update policy replaces hosts when {@code launch} changes
 * @param care when a host is replaced
 * @param refresh how hosts are replaced, if by an instance refresh
 * @param colors the versions of the colours that share its hosts, by colour; empty if it is one colour's own
 */
public record FleetModel(
        String id,
        GroupSize size,
        List<String> groups,
        ReleaseTags release,
        String launch,
        boolean replaces,
        HealthCheckUse care,
        Optional<RefreshModel> refresh,
        SortedMap<String, String> colors) {

    /** Copies the lists. */
    public FleetModel {
        groups = List.copyOf(groups);
        colors = Collections.unmodifiableSortedMap(new TreeMap<>(colors));
    }

    /** Key of the tag that names the version of {@code color} where the colours share the hosts. */
    public static String versionTag(String color) {
        return "teal:" + color + ":version";
    }

    /** Whether both colours run on its hosts. */
    public boolean sharesHosts() {
        return !colors.isEmpty();
    }

    /** A group whose hosts are replaced all at once, if they are. */
    public FleetModel(
            String id,
            GroupSize size,
            List<String> groups,
            ReleaseTags release,
            String launch,
            boolean replaces,
            HealthCheckUse care) {
        this(id, size, groups, release, launch, replaces, care, Optional.empty(), new TreeMap<>());
    }

    /** What people call the fleet: its colour if it has one, else its logical id. */
    public String label() {
        return release.color().isEmpty() ? id : release.color().toLowerCase(Locale.ROOT);
    }

    /**
     * Sizes of a fleet.
     *
     * @param min MinSize
     * @param max MaxSize
     * @param desired DesiredCapacity, if the template sets it
     */
    public record GroupSize(int min, int max, OptionalInt desired) {
        /** The size of a new fleet. */
        public int initial() {
            return desired.orElse(min);
        }

        /** The size of a fleet of {@code running} hosts that had the size {@code before} in its template. */
        public int after(GroupSize before, int running) {
            boolean changed = desired.isPresent() && !desired.equals(before.desired());
            return Math.max(min, Math.min(max, changed ? desired.getAsInt() : running));
        }
    }

    /**
     * What the hosts' tags say.
     *
     * @param color the colour, empty if no tag says
     * @param version the version; a hash of the launch template if no tag says
     */
    public record ReleaseTags(String color, String version) {}

    /**
     * When Auto Scaling takes a host for unhealthy; one that EC2 has lost always is.
     *
     * @param byLoadBalancer whether also when a target group says so
     * @param grace how long after its launch nobody asks
     */
    public record HealthCheckUse(boolean byLoadBalancer, Duration grace) {
        /** Auto Scaling's defaults. */
        public static final HealthCheckUse NONE = new HealthCheckUse(false, Duration.ZERO);
    }
}
