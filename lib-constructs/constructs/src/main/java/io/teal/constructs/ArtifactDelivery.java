package io.teal.constructs;

import io.teal.constructs.internal.fleet.ArtifactKey;
import io.teal.constructs.internal.fleet.BucketAccess;
import io.teal.release.Version;
import java.util.List;
import java.util.Objects;
import software.amazon.awscdk.services.ec2.IMachineImage;
import software.amazon.awscdk.services.ec2.UserData;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.s3.IBucket;

/** Versions that are objects in S3. */
record ArtifactDelivery(IMachineImage image, IBucket bucket, ArtifactKey key, List<String> commands)
        implements Delivery {
    ArtifactDelivery {
        Objects.requireNonNull(image, "image");
        Objects.requireNonNull(bucket, "bucket");
        commands = List.copyOf(commands);
    }

    @Override
    public HostSetup hostSetup(Version version) {
        UserData userData = UserData.forLinux();
        String object = key.of(version);
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
        return BucketAccess.read(bucket, key);
    }
}
