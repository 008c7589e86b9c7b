package io.teal.runtime.execution;

import io.teal.release.Color;
import io.teal.release.Contract;
import io.teal.release.Version;
import io.teal.release.cutover.CutoverProperties;
import io.teal.release.port.AutoScalingGroup;
import java.util.Map;
import java.util.Optional;

/**
 * The version tags of one colour on hosts and their group. Where both colours share the hosts, each has keys of its
 * own, {@code teal:blue:version}; otherwise the keys are {@link Contract#VERSION_TAG} and its like.
 *
 * @param color the colour
 * @param shared whether both colours are on the same hosts
 */
public record ColorTags(Color color, boolean shared) {

    /** The tags of {@code color} in the service that {@code properties} describe. */
    public static ColorTags of(CutoverProperties properties, Color color) {
        return new ColorTags(color, properties.sharesHosts());
    }

    /** Key of the version. */
    public String versionKey() {
        return shared ? Contract.versionTag(color) : Contract.VERSION_TAG;
    }

    /** Key of the version that has been promoted, on a group only. */
    public String promotedKey() {
        return shared ? Contract.promotedTag(color) : Contract.PROMOTED_TAG;
    }

    /** The colour's version by the tag of {@code group}, if there is one. */
    public Optional<Version> version(AutoScalingGroup group) {
        return Optional.ofNullable(group.tags().get(versionKey())).map(Version::of);
    }

    /** Whether that version has been promoted. */
    public boolean promoted(AutoScalingGroup group) {
        String version = group.tags().get(versionKey());
        return version != null && version.equals(group.tags().get(promotedKey()));
    }

    /** Whether {@code tags} of a host name {@code version}; a shared host without the tag has {@link Version#NONE}. */
    boolean says(Map<String, String> tags, String version) {
        return shared
                ? version.equals(tags.getOrDefault(versionKey(), Version.NONE))
                : color.toString().equals(tags.get(Contract.COLOR_TAG))
                        && version.equals(tags.get(Contract.VERSION_TAG));
    }
}
