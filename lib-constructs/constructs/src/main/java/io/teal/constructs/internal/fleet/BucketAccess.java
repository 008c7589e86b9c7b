package io.teal.constructs.internal.fleet;

import java.util.List;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.s3.IBucket;

/** What hosts may do with a bucket: read the objects that a key can name, and decrypt them. */
public final class BucketAccess {
    private BucketAccess() {}

    /** Reads what {@code key} can name, and decrypts it if the bucket has a key of its own. */
    public static List<PolicyStatement> read(IBucket bucket, ArtifactKey key) {
        PolicyStatement read = allow("ReadArtifacts", "s3:GetObject", bucket.arnForObjects(key.ofAny()));
        IKey encryptionKey = bucket.getEncryptionKey();
        return encryptionKey == null
                ? List.of(read)
                : List.of(read, allow("DecryptArtifacts", "kms:Decrypt", encryptionKey.getKeyArn()));
    }

    /** Reads CodeDeploy's own bucket, where its agent is. */
    public static PolicyStatement agent() {
        return allow(
                "ReadCodeDeployAgent",
                "s3:GetObject",
                "arn:" + Aws.PARTITION + ":s3:::aws-codedeploy-" + Aws.REGION + "/*");
    }

    /** One action on one resource. */
    public static PolicyStatement allow(String sid, String action, String resource) {
        return PolicyStatement.Builder.create()
                .sid(sid)
                .actions(List.of(action))
                .resources(List.of(resource))
                .build();
    }
}
