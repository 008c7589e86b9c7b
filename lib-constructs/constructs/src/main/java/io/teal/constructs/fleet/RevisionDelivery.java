package io.teal.constructs.fleet;

import io.teal.release.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.services.ec2.IMachineImage;
import software.amazon.awscdk.services.ec2.UserData;
import software.amazon.awscdk.services.iam.PolicyStatement;

/** Versions that CodeDeploy installs on hosts that are all alike. */
final class RevisionDelivery implements Delivery {
    private final IMachineImage image;
    private final Revisions revisions;
    private final CodeDeployAgent agent;
    private final List<String> commands;

    RevisionDelivery(IMachineImage image, Revisions revisions, CodeDeployAgent agent, List<String> commands) {
        this.image = Objects.requireNonNull(image, "image");
        this.revisions = revisions;
        this.agent = Objects.requireNonNull(agent, "agent");
        this.commands = List.copyOf(commands);
    }

    @Override
    public HostSetup hostSetup(Version version) {
        UserData userData = UserData.forLinux();
        // A host that is not set up must not get an agent: CodeDeploy would install on it.
        userData.addCommands("set -euo pipefail");
        userData.addCommands(commands.toArray(String[]::new));
        userData.addCommands(agent.commands().toArray(String[]::new));
        return new HostSetup(image, userData);
    }

    @Override
    public List<PolicyStatement> permissions() {
        List<PolicyStatement> statements =
                new ArrayList<>(BucketAccess.read(revisions.bucket(), new ArtifactKey(revisions.key())));
        statements.add(BucketAccess.allow(
                "ReadCodeDeployAgent",
                "s3:GetObject",
                "arn:" + Aws.PARTITION + ":s3:::aws-codedeploy-" + Aws.REGION + "/*"));
        return statements;
    }

    @Override
    public Optional<Revisions> revisions() {
        return Optional.of(revisions);
    }
}
