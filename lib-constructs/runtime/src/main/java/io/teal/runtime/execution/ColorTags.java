package io.teal.runtime.execution;

import io.teal.release.Color;
import io.teal.release.Contract;
import io.teal.release.Version;
import io.teal.release.cutover.CutoverProperties;
import io.teal.release.port.AutoScalingGroup;
import java.util.Map;
import java.util.Optional;

/**
 * The tags that say what hosts and their group run of one colour. Where both colours share the hosts each has keys of
 * its own, {@code teal:blue:version}; else the fleet is the colour's, and the keys are {@link Contract}'s of one
 * colour.
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

    /** The version that {@code group} runs of the colour, if its tag says one. */
    public Optional<Version> version(AutoScalingGroup group) {
        return Optional.ofNullable(group.tags().get(versionKey())).map(Version::of);
    }

    /** Whether that version has been promoted. */
    public boolean promoted(AutoScalingGroup group) {
        String version = group.tags().get(versionKey());
        return version != null && version.equals(group.tags().get(promotedKey()));
    }

    /** Whether a host with {@code tags} says it runs {@code version}; {@link Version#NONE} if it says nothing. */
    boolean says(Map<String, String> tags, String version) {
        return shared
                ? version.equals(tags.getOrDefault(versionKey(), Version.NONE))
                : color.toString().equals(tags.get(Contract.COLOR_TAG))
                        && version.equals(tags.get(Contract.VERSION_TAG));
    }
}
