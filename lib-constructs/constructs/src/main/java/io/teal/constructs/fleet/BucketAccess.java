package io.teal.constructs.fleet;

import java.util.List;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.s3.IBucket;

/** What hosts may do with a bucket: read the objects that a key can name, and decrypt them. */
final class BucketAccess {
    private BucketAccess() {}

    static List<PolicyStatement> read(IBucket bucket, ArtifactKey key) {
        PolicyStatement read = allow("ReadArtifacts", "s3:GetObject", bucket.arnForObjects(key.ofAny()));
        IKey encryptionKey = bucket.getEncryptionKey();
        return encryptionKey == null
                ? List.of(read)
                : List.of(read, allow("DecryptArtifacts", "kms:Decrypt", encryptionKey.getKeyArn()));
    }

    static PolicyStatement allow(String sid, String action, String resource) {
        return PolicyStatement.Builder.create()
                .sid(sid)
                .actions(List.of(action))
                .resources(List.of(resource))
                .build();
    }
}
