package io.teal.constructs;

import io.teal.constructs.internal.fleet.ArtifactKey;
import io.teal.constructs.internal.fleet.BucketAccess;
import io.teal.release.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awscdk.services.ec2.IMachineImage;
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
        return agent.hostSetup(image, commands);
    }

    @Override
    public List<PolicyStatement> permissions() {
        List<PolicyStatement> statements =
                new ArrayList<>(BucketAccess.read(revisions.bucket(), new ArtifactKey(revisions.key())));
        statements.add(BucketAccess.agent());
        return statements;
    }

    @Override
    public Optional<Revisions> revisions() {
        return Optional.of(revisions);
    }
}
