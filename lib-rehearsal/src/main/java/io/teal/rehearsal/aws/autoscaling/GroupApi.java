package io.teal.rehearsal.aws.autoscaling;

import io.teal.release.Contract;
import io.teal.release.port.AutoScalingGroup;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Auto Scaling's API over the fleets of a rehearsal: groups by name, and their tags. */
public final class GroupApi {
    private final LocalAutoScaling fleets;
    private final Map<String, GroupDescription> descriptions = new ConcurrentHashMap<>();
    private final Map<String, Map<String, String>> groupTags = new ConcurrentHashMap<>();
    private final Map<String, Map<String, String>> hostTags = new ConcurrentHashMap<>();

    /** The API over {@code fleets}, without groups. */
    public GroupApi(LocalAutoScaling fleets) {
        this.fleets = fleets;
    }

    /** Adds or updates Auto Scaling group {@code id}. */
    public void know(String id, GroupDescription group) {
        descriptions.put(id, group);
    }

    /** Removes group {@code id} and its tags. */
    public void forget(String id) {
        descriptions.remove(id);
        groupTags.remove(id);
    }

    /** Describes group {@code name}; empty if there is none. */
    public Optional<AutoScalingGroup> describe(String name) {
        return fleet(name)
                .map(fleet -> {
                    List<String> hosts = fleet.hosts().stream().map(Host::id).toList();
                    return group(name, fleet.model(), fleet.desired(), hosts, tags(fleet.model()));
                })
                .or(() -> shared(name).map(servers -> group(name, servers)));
    }

    private AutoScalingGroup group(String name, SharedHostGroup servers) {
        Map<String, String> tags = new HashMap<>();
        servers.model().colors().forEach((color, version) -> tags.put(Contract.versionTag(color), version));
        return group(name, servers.model(), servers.desired(), servers.hosts(), tags);
    }

    private AutoScalingGroup group(
            String name, FleetModel model, int desired, List<String> hosts, Map<String, String> own) {
        Map<String, String> tags = new HashMap<>(own);
        tags.putAll(groupTags.getOrDefault(model.id(), Map.of()));
        String version = descriptions.get(model.id()).launchTemplateVersion();
        return new AutoScalingGroup(name, desired, model.size().max(), version, hosts, tags);
    }

    /** Sets the desired capacity of group {@code name}. */
    public void resize(String name, int desired) {
        fleet(name).ifPresent(fleet -> fleet.resize(desired));
        shared(name).ifPresent(servers -> servers.resize(desired));
    }

    /** Writes a tag of group {@code name}. */
    public void tag(String name, String key, String value) {
        Stream.concat(
                        fleet(name).map(LocalAutoScalingGroup::model).stream(),
                        shared(name).map(SharedHostGroup::model).stream())
                .findFirst()
                .ifPresent(model -> put(groupTags, model.id(), key, value));
    }

    /** The tags of each host of group {@code name}, by host. */
    public Map<String, Map<String, String>> hostTags(String name) {
        Map<String, Map<String, String>> tags = new HashMap<>();
        fleet(name).ifPresent(fleet -> fleet.hosts().forEach(host -> tags.put(host.id(), tags(host))));
        shared(name).ifPresent(servers -> servers.hosts().forEach(host -> tags.put(host, servers.tags(host))));
        return tags;
    }

    /** Writes a tag of {@code host}. */
    public void tagHost(String host, String key, String value) {
        descriptions.keySet().stream()
                .flatMap(id -> fleets.servers(id).stream())
                .filter(servers -> servers.hosts().contains(host))
                .findFirst()
                .ifPresentOrElse(servers -> servers.tag(host, key, value), () -> put(hostTags, host, key, value));
    }

    private static void put(Map<String, Map<String, String>> all, String id, String key, String value) {
        all.computeIfAbsent(id, any -> new ConcurrentHashMap<>()).put(key, value);
    }

    private Map<String, String> tags(Host host) {
        Map<String, String> tags = new HashMap<>(tags(host.fleet()));
        tags.putAll(hostTags.getOrDefault(host.id(), Map.of()));
        return tags;
    }

    private static Map<String, String> tags(FleetModel model) {
        return Map.of(
                Contract.VERSION_TAG,
                model.release().version(),
                Contract.COLOR_TAG,
                model.release().color());
    }

    private Optional<SharedHostGroup> shared(String name) {
        return descriptions.entrySet().stream()
                .filter(entry -> entry.getValue().name().equals(name))
                .flatMap(entry -> fleets.servers(entry.getKey()).stream())
                .findFirst();
    }

    private Optional<LocalAutoScalingGroup> fleet(String name) {
        return fleets.all().stream()
                .filter(fleet -> descriptions.containsKey(fleet.model().id()))
                .filter(fleet -> descriptions.get(fleet.model().id()).name().equals(name))
                .findFirst();
    }
}
