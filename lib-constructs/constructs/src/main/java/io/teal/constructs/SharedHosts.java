package io.teal.constructs;

import io.teal.constructs.internal.fleet.ArtifactKey;
import io.teal.constructs.internal.fleet.BucketAccess;
import io.teal.constructs.internal.fleet.HostBoot;
import io.teal.release.InvalidValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import software.amazon.awscdk.Token;
import software.amazon.awscdk.services.ec2.IMachineImage;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.s3.IBucket;

/**
 * Hosts that run both colours, and how a version reaches them.
 *
 * <p>A host boots with no version. CodeDeploy then gives it what both colours run; each version is one object in S3,
 * and {@code start} runs it with its colour's port.
 *
 * @param image what the host boots from; pin it (a map of image ids)
 * @param bucket where the versions are, by a name that is known when the app is synthesized: it is written into the
 *     revision
 * @param key a version's key, with {@code {version}} where the version goes: {@code orders/{version}/orders.jar};
 *     letters, digits and {@code _.+-} between slashes
 * @param agent how the host gets CodeDeploy's agent
 * @param setup shell commands that make the host ready, before the agent starts
 * @param start shell commands that run a version in the foreground, the last one with {@code exec}; they get
 *     {@code ARTIFACT} (the file), {@code PORT}, {@code VERSION} and {@code COLOR}, and run without root's rights
 */
public record SharedHosts(
        IMachineImage image,
        IBucket bucket,
        String key,
        CodeDeployAgent agent,
        List<String> setup,
        List<String> start) {
    /**
     * Checks the key, the bucket and the start commands.
     *
     * @throws InvalidValueException if the key names no version or has other characters, the bucket's name is not known
     *     yet, or there is no start command
     */
    public SharedHosts {
        Objects.requireNonNull(image, "image");
        Objects.requireNonNull(bucket, "bucket");
        Objects.requireNonNull(agent, "agent");
        setup = List.copyOf(setup);
        start = List.copyOf(start);
        new ArtifactKey(key);
        InvalidValueException.require(
                !Token.isUnresolved(bucket.getBucketName()),
                "bucket must have a name that is known when the app is synthesized",
                "use Bucket.fromBucketName");
        InvalidValueException.require(!start.isEmpty(), "start must have a command that runs the version");
    }

    /** What every host boots from: the same whatever the release. */
    HostBoot boot() {
        return agent.hostSetup(image, setup).boot(true);
    }

    /**
     * What a host may do: read versions, revisions and CodeDeploy's agent.
     *
     * @param revisions where the revisions are; all of them, since a host may need one of an earlier release
     */
    List<PolicyStatement> permissions(IBucket revisions) {
        List<PolicyStatement> statements = new ArrayList<>(BucketAccess.read(bucket, new ArtifactKey(key)));
        statements.add(BucketAccess.allow("ReadRevisions", "s3:GetObject", revisions.arnForObjects("*.zip")));
        statements.add(BucketAccess.agent());
        return statements;
    }
}
