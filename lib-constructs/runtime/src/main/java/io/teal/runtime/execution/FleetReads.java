package io.teal.runtime.execution;

import io.teal.release.Color;
import io.teal.release.Version;
import io.teal.release.cutover.CutoverProperties;
import io.teal.release.observation.Fleet;
import io.teal.release.observation.Observation;
import io.teal.release.observation.Word;
import io.teal.release.port.AutoScalingGroup;
import io.teal.release.port.Aws;
import io.teal.release.port.Reads;
import io.teal.release.port.TargetHealth;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Reads both fleets: their groups, the health of their targets, and the tags of their hosts. None of these waits for
 * another's answer; what turns out not to be needed is not asked for.
 */
record FleetReads(Aws aws, CutoverProperties properties, Clock clock, Reads reads, Observer observer) {

    /** Both fleets, with the health of the targets of {@code health}, and the tags of the hosts of {@code tags}. */
    Supplier<Observation.Fleets> begin(Set<Color> health, Set<Color> tags) {
        Instant readAt = health.isEmpty() ? Instant.EPOCH : clock.instant();
        Supplier<Map<String, AutoScalingGroup>> groups = reads.begin(() -> Observer.groups(aws, properties));
        Map<Color, Supplier<List<Integer>>> healthy = new EnumMap<>(Color.class);
        health.forEach(color -> healthy.put(color, beginHealthy(color)));
        Map<Color, Supplier<Map<String, Map<String, String>>>> hosts = new EnumMap<>(Color.class);
        tags.stream().filter(color -> taggedHosts()).forEach(color -> hosts.put(color, beginTags(color)));
        return () -> fleets(readAt, observer.inTime(groups), healthy, hosts, tags);
    }

    private Observation.Fleets fleets(
            Instant readAt,
            Map<String, AutoScalingGroup> groups,
            Map<Color, Supplier<List<Integer>>> health,
            Map<Color, Supplier<Map<String, Map<String, String>>>> hosts,
            Set<Color> tags) {
        Map<Color, Fleet> fleets = new EnumMap<>(Color.class);
        Set<Color> promoted = EnumSet.noneOf(Color.class);
        for (Color color : Color.values()) {
            Optional<AutoScalingGroup> group =
                    Optional.ofNullable(groups.get(properties.of(color).group()));
            fleets.put(
                    color,
                    group.filter(one -> runs(color, one))
                            .map(one -> new Fleet(
                                    one.desired(),
                                    one.min(),
                                    one.max(),
                                    healthy(color, one, health.getOrDefault(color, List::of)),
                                    tags.contains(color) ? strangers(color, one, hosts.get(color)) : 0))
                            .orElse(Fleet.NONE));
            group.filter(ColorTags.of(properties, color)::promoted).ifPresent(one -> promoted.add(color));
        }
        Set<String> words = groups.values().stream()
                .flatMap(group -> Word.in(group.tags()).stream())
                .collect(Collectors.toSet());
        return new Observation.Fleets(fleets.get(Color.BLUE), fleets.get(Color.GREEN), readAt, promoted, words);
    }

    /** None of the targets of a group without hosts in service is healthy: that need not be asked. */
    private List<Integer> healthy(Color color, AutoScalingGroup group, Supplier<List<Integer>> asked) {
        return group.instances().isEmpty()
                ? Collections.nCopies(properties.of(color).targetGroups().size(), 0)
                : asked.get();
    }

    /** A shared group counts for a colour if it is tagged with the colour's version. */
    private boolean runs(Color color, AutoScalingGroup group) {
        return !properties.sharesHosts()
                || ColorTags.of(properties, color).version(group).isPresent();
    }

    /** Targets of {@code color} that are healthy, one number per target group. */
    Supplier<List<Integer>> beginHealthy(Color color) {
        List<Supplier<List<TargetHealth>>> begun = properties.of(color).targetGroups().stream()
                .map(targets -> reads.begin(() -> aws.describeTargetHealth(targets)))
                .toList();
        return () -> begun.stream()
                .map(read -> (int) observer.inTime(read).stream()
                        .filter(target -> target.state().equals("healthy"))
                        .count())
                .toList();
    }

    private Supplier<Map<String, Map<String, String>>> beginTags(Color color) {
        return reads.begin(() -> aws.describeHostTags(properties.of(color).group()));
    }

    /** Whether the tags of the hosts say what they run. */
    private boolean taggedHosts() {
        return properties.installed() || properties.sharesHosts();
    }

    /**
     * Hosts that do not run the colour's version. What a host boots from is the group's launch template version, whose
     * number Auto Scaling keeps with each host; what CodeDeploy has installed is in the host's tags.
     */
    private int strangers(Color color, AutoScalingGroup group, Supplier<Map<String, Map<String, String>>> hosts) {
        ColorTags own = ColorTags.of(properties, color);
        Optional<Version> wanted = properties.request().release().version(color).or(() -> own.version(group));
        if (group.instances().isEmpty() || wanted.isEmpty()) {
            return group.instances().size();
        }
        if (!taggedHosts()) {
            return own.version(group).equals(wanted)
                    ? group.outdated().size()
                    : group.instances().size();
        }
        Map<String, Map<String, String>> tags = observer.inTime(hosts);
        return (int) group.instances().stream()
                .filter(host -> !own.says(
                        tags.getOrDefault(host, Map.of()), wanted.get().value()))
                .count();
    }
}
