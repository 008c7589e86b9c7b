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
record RevisionDelivery(IMachineImage image, Revisions bundles, CodeDeployAgent agent, List<String> commands)
        implements Delivery {
    RevisionDelivery {
        Objects.requireNonNull(image, "image");
        Objects.requireNonNull(agent, "agent");
        commands = List.copyOf(commands);
    }

    @Override
    public HostSetup hostSetup(Version version) {
        return agent.hostSetup(image, commands);
    }

    @Override
    public List<PolicyStatement> permissions() {
        List<PolicyStatement> statements =
                new ArrayList<>(BucketAccess.read(bundles.bucket(), new ArtifactKey(bundles.key())));
        statements.add(BucketAccess.agent());
        return statements;
    }

    @Override
    public Optional<Revisions> revisions() {
        return Optional.of(bundles);
    }
}
