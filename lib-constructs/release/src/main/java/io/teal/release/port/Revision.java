package io.teal.release.port;

import java.util.Objects;

/**
 * A CodeDeploy revision in S3.
 *
 * @param bucket the bucket's name
 * @param key the object's key, ending with {@code .zip}, {@code .tar}, {@code .tgz} or {@code .tar.gz}
 */
public record Revision(String bucket, String key) {
    public Revision {
        Objects.requireNonNull(bucket, "bucket");
        Objects.requireNonNull(key, "key");
    }

    @Override
    public String toString() {
        return "s3://" + bucket + "/" + key;
    }
}
