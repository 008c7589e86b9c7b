package io.teal.constructs.cutover;

import java.util.Objects;
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
}
