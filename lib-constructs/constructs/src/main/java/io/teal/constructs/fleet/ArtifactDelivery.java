package io.teal.constructs.fleet;

import io.teal.release.Version;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import software.amazon.awscdk.services.ec2.IMachineImage;
import software.amazon.awscdk.services.ec2.UserData;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.s3.IBucket;

/** Versions that are objects in S3. */
final class ArtifactDelivery implements Delivery {
    private static final String VERSION = "{version}";
    /** Nothing that a shell expands, a policy takes for a wildcard, or a path climbs by. */
    private static final Pattern KEY = Pattern.compile(
            "NAME(/NAME)*".replace("NAME", "([A-Za-z0-9_+-]|\\{version})([A-Za-z0-9_.+-]|\\{version})*"));

    private final IMachineImage image;
    private final IBucket bucket;
    private final String key;
    private final List<String> commands;

    ArtifactDelivery(IMachineImage image, IBucket bucket, String key, List<String> commands) {
        this.image = Objects.requireNonNull(image, "image");
        this.bucket = Objects.requireNonNull(bucket, "bucket");
        this.commands = List.copyOf(commands);
        this.key = Objects.requireNonNull(key, "key");
        if (!KEY.matcher(key).matches() || !key.contains(VERSION)) {
            throw new IllegalArgumentException("key must contain {version}, and otherwise be names of letters, digits"
                    + " and _.+- joined by /, none beginning with a dot, got '" + key + "'");
        }
    }

    @Override
    public HostSetup hostSetup(Version version) {
        UserData userData = UserData.forLinux();
        String object = key.replace(VERSION, version.value());
        userData.addCommands(
                // A host that could not fetch or start its version must not come up as if it had.
                "set -euo pipefail",
                "ARTIFACT=/opt/artifact/" + object.substring(object.lastIndexOf('/') + 1),
                "mkdir -p /opt/artifact",
                "aws s3 cp 's3://" + bucket.getBucketName() + "/" + object + "' \"$ARTIFACT\"");
        userData.addCommands(commands.toArray(String[]::new));
        return new HostSetup(image, userData);
    }

    @Override
    public List<PolicyStatement> permissions() {
        PolicyStatement read = allow("ReadArtifacts", "s3:GetObject", bucket.arnForObjects(key.replace(VERSION, "*")));
        IKey encryptionKey = bucket.getEncryptionKey();
        return encryptionKey == null
                ? List.of(read)
                : List.of(read, allow("DecryptArtifacts", "kms:Decrypt", encryptionKey.getKeyArn()));
    }

    private static PolicyStatement allow(String sid, String action, String resource) {
        return PolicyStatement.Builder.create()
                .sid(sid)
                .actions(List.of(action))
                .resources(List.of(resource))
                .build();
    }
}
