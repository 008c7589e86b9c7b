package io.teal.release.cutover;

import io.teal.release.Color;
import io.teal.release.Required;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Install's own properties, in addition to those of Preflight and Shift. At synth a value may be a token.
 *
 * @param color whose fleet it installs on; empty if both colours share the hosts
 * @param application name of the CodeDeploy application
 * @param group name of the fleet's deployment group
 * @param bucket name of the bucket that the revision is in
 * @param key the revision's key
 * @param timeout how long that may take, waiting for hosts included
 * @param inPlace how long the alarms are watched afterwards, if it installs on hosts with traffic; else empty
 */
public record InstallProperties(
        Optional<Color> color,
        String application,
        String group,
        String bucket,
        String key,
        Duration timeout,
        Optional<Duration> inPlace) {
    /** Name of these properties in the map. */
    public static final String NAME = "Install";

    private static final String IN_PLACE = "InPlace";
    private static final String BAKE = "Bake";

    public InstallProperties {
        Required.all(color, application, group, bucket, key, timeout, inPlace);
    }

    /** The value under {@link #NAME}: texts only. */
    public Map<String, String> write() {
        Map<String, String> map = new TreeMap<>();
        color.ifPresent(one -> map.put("Color", one.name()));
        map.put("Application", application);
        map.put("DeploymentGroup", group);
        map.put("Bucket", bucket);
        map.put("Key", key);
        map.put("Timeout", Long.toString(timeout.toSeconds()));
        inPlace.ifPresent(bake -> {
            map.put(IN_PLACE, "true");
            map.put(BAKE, Long.toString(bake.toSeconds()));
        });
        return map;
    }

    /**
     * The properties in {@code map}, the whole map of a resource.
     *
     * @throws IllegalArgumentException if a value is missing or malformed
     */
    public static InstallProperties read(Map<String, ?> map) {
        MapReader reader = new MapReader(map).inner(NAME);
        return new InstallProperties(
                reader.optional("Color").map(Color::valueOf),
                reader.text("Application"),
                reader.text("DeploymentGroup"),
                reader.text("Bucket"),
                reader.text("Key"),
                reader.seconds("Timeout"),
                reader.optional(IN_PLACE).map(yes -> reader.seconds(BAKE)));
    }
}
