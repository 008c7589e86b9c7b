package io.teal.constructs.internal.cutover;

/**
 * Where in S3 CodeDeploy finds a revision.
 *
 * @param bucket the bucket's name
 * @param key the object's key
 */
public record RevisionLocation(String bucket, String key) {}
