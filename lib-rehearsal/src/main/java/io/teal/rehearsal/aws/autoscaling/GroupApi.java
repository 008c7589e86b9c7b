package io.teal.rehearsal.aws.autoscaling;

import io.teal.release.port.AutoScalingGroup;
import io.teal.release.port.AwsException;
import io.teal.release.port.ScalingActivity;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

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
        return group(name).map(group -> {
            FleetModel model = group.model();
            return new AutoScalingGroup(
                    name,
                    group.desired(),
                    model.size().min(),
                    model.size().max(),
                    descriptions.get(model.id()).launchTemplateVersion(),
                    List.copyOf(group.members().keySet()),
                    group.members().entrySet().stream()
                            .filter(host -> !host.getValue().launch().equals(model.launch()))
                            .map(Map.Entry::getKey)
                            .toList(),
                    tags(model, groupTags.get(model.id())));
        });
    }

    /**
     * The launches of group {@code name} that failed, newest first; {@code template} tells the template's time.
     *
     * @throws AwsException if there is no such group
     */
    public List<ScalingActivity> failedLaunches(String name, UnaryOperator<Instant> template) {
        return existing(name).failedLaunches().stream()
                .map(one -> new ScalingActivity(template.apply(one.started()), "Failed", one.message()))
                .toList();
    }

    /**
     * Sets the desired capacity of group {@code name}.
     *
     * @throws AwsException if there is no such group, or it is not between its minimum and maximum
     */
    public void resize(String name, int desired) {
        ScalingGroup group = existing(name);
        FleetModel.GroupSize size = group.model().size();
        if (size.within(desired) != desired) {
            throw invalid("New SetDesiredCapacity value " + desired + " is not between min value " + size.min()
                    + " and max value " + size.max());
        }
        group.resize(desired);
    }

    /**
     * Writes a tag of group {@code name}.
     *
     * @throws AwsException if there is no such group
     */
    public void tag(String name, String key, String value) {
        put(groupTags, existing(name).model().id(), key, value);
    }

    /** The tags of each host of group {@code name}, by host. */
    public Map<String, Map<String, String>> hostTags(String name) {
        Map<String, Map<String, String>> tags = new HashMap<>();
        group(name)
                .ifPresent(group ->
                        group.members().forEach((host, launch) -> tags.put(host, tags(launch, hostTags.get(host)))));
        return tags;
    }

    /** Writes a tag of {@code host}. */
    public void tagHost(String host, String key, String value) {
        put(hostTags, host, key, value);
    }

    private static void put(Map<String, Map<String, String>> all, String id, String key, String value) {
        all.computeIfAbsent(id, any -> new ConcurrentHashMap<>()).put(key, value);
    }

    private static Map<String, String> tags(FleetModel model, Map<String, String> written) {
        Map<String, String> tags = new HashMap<>(model.tags());
        tags.putAll(written == null ? Map.of() : written);
        return tags;
    }

    private ScalingGroup existing(String name) {
        return group(name)
                .orElseThrow(
                        () -> invalid("AutoScalingGroup name not found - AutoScalingGroup '" + name + "' not found"));
    }

    private static AwsException invalid(String why) {
        return new AwsException("ValidationError", why, null);
    }

    private Optional<ScalingGroup> group(String name) {
        return descriptions.entrySet().stream()
                .filter(entry -> entry.getValue().name().equals(name))
                .flatMap(entry -> fleets.group(entry.getKey()).stream())
                .findFirst();
    }
}
