package io.teal.constructs.internal.cutover;

import io.teal.constructs.internal.fleet.AutoScalingFleet;
import io.teal.release.Color;
import io.teal.release.Release;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import software.amazon.awscdk.services.ec2.LaunchTemplate;
import software.constructs.Construct;

/** The hosts that a cutover works on: a fleet for each colour that has one, or one fleet that both share. */
public sealed interface CutoverFleets permits FleetPerColor, FleetForBoth {
    /** Every fleet that is in the template, by the colour whose launch template version it boots from. */
    Map<Color, AutoScalingFleet> fleets(Release release);

    /** What CodeDeploy installs on them, by the id of the custom resource that makes it do so. */
    Map<String, FleetInstallation> installations();

    /** Id of the custom resource that installs on {@code color}'s hosts, or would. */
    String installationId(Color color);

    /** The name of the group that {@code color} has, or would have. */
    String groupName(Construct scope, Color color);

    /** Keys of the tags that say what a host runs. */
    List<String> versionTags();

    /** Keys of the tags that say what version of a group has been promoted. */
    List<String> promotedTags();

    /** What {@code color} boots from, if it has a version. */
    Optional<LaunchTemplate> launchTemplate(Release release, Color color);

    /** Where green listens, if not where blue does. */
    default OptionalInt greenPort() {
        return OptionalInt.empty();
    }

    /** The names of all groups that there may be. */
    default List<String> groupNames(Construct scope) {
        return Stream.of(Color.values())
                .map(color -> groupName(scope, color))
                .distinct()
                .toList();
    }
}
