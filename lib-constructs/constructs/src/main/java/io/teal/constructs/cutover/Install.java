package io.teal.constructs.cutover;

import io.teal.constructs.support.Seconds;
import io.teal.release.Color;
import io.teal.release.cutover.InstallProperties;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.Duration;

/**
 * How a colour's version is installed on its fleet, if CodeDeploy does that.
 *
 * @param application name of the CodeDeploy application
 * @param applicationArn its ARN
 * @param group the fleet's deployment group; what is installed waits for it
 * @param bucket name of the bucket that the revision is in
 * @param key the revision's key
 * @param timeout how long that may take
 */
public record Install(
        String application, String applicationArn, CfnResource group, String bucket, String key, Duration timeout) {
    /** Checks that nothing is missing. */
    public Install {
        Objects.requireNonNull(application, "application");
        Objects.requireNonNull(applicationArn, "applicationArn");
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(bucket, "bucket");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(timeout, "timeout");
    }

    /**
     * What Install is told, beside the map.
     *
     * @param color whose hosts; empty if both colours'
     * @param inPlace how long the alarms are watched afterwards, if it installs where traffic is
     */
    Map<String, String> told(Optional<Color> color, Optional<Duration> inPlace) {
        return new InstallProperties(
                        color, application, group.getRef(), bucket, key, Seconds.of(timeout), inPlace.map(Seconds::of))
                .write();
    }
}
