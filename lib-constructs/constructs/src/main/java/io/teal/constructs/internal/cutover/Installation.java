package io.teal.constructs.internal.cutover;

import io.teal.constructs.internal.common.WholeSeconds;
import io.teal.release.Color;
import io.teal.release.cutover.InstallProperties;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.Duration;

/**
 * How a colour's version is installed on its fleet, if CodeDeploy does that.
 *
 * @param application name of the CodeDeploy application
 * @param applicationArn its ARN
 * @param group the fleet's deployment group; what is installed waits for it
 * @param revision where the revision is
 * @param timeout how long that may take
 */
public record Installation(
        String application, String applicationArn, CfnResource group, RevisionLocation revision, Duration timeout) {
    /**
     * The properties that Install has in addition to the common map.
     *
     * @param color whose hosts; empty if both colours'
     * @param inPlace how long the alarms are watched afterwards, if it installs where traffic is
     */
    Map<String, String> properties(Optional<Color> color, Optional<Duration> inPlace) {
        return new InstallProperties(
                        color,
                        application,
                        group.getRef(),
                        revision.bucket(),
                        revision.key(),
                        WholeSeconds.of(timeout),
                        inPlace.map(WholeSeconds::of))
                .write();
    }
}
