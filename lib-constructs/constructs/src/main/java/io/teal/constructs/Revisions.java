package io.teal.constructs;

import io.teal.constructs.internal.cutover.RevisionLocation;
import io.teal.constructs.internal.fleet.ArtifactKey;
import io.teal.release.InvalidValueException;
import io.teal.release.Version;
import java.util.List;
import java.util.Objects;
import software.amazon.awscdk.services.s3.IBucket;

/**
 * Versions that CodeDeploy installs: where each one's revision is.
 *
 * @param bucket where the revisions are
 * @param key a revision's key, with {@code {version}} where the version goes
 */
public record Revisions(IBucket bucket, String key) {
    private static final List<String> BUNDLES = List.of(".zip", ".tar", ".tgz", ".tar.gz");

    /**
     * Checks the key.
     *
     * @throws InvalidValueException if it names no version, has other characters, or is no bundle
     */
    public Revisions {
        Objects.requireNonNull(bucket, "bucket");
        new ArtifactKey(key);
        InvalidValueException.require(
                BUNDLES.stream().anyMatch(key::endsWith),
                "key must end with .zip, .tar, .tgz or .tar.gz, the bundles CodeDeploy unpacks, got '" + key + "'");
    }

    RevisionLocation location(Version version) {
        return new RevisionLocation(bucket.getBucketName(), key(version));
    }

    /** The key of {@code version}'s revision. */
    public String key(Version version) {
        return new ArtifactKey(key).of(version);
    }
}
