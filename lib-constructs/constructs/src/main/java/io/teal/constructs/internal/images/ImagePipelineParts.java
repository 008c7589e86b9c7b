package io.teal.constructs.internal.images;

import io.teal.constructs.internal.fleet.FleetChecks;
import io.teal.constructs.internal.fleet.HostBoot;
import io.teal.constructs.internal.fleet.VolumeKeys;
import java.util.List;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.constructs.Construct;

/** All resources of an {@code ImagePipeline}. */
public final class ImagePipelineParts {
    private final BuildInfrastructure infrastructure;
    private final String imageId;

    /**
     * Makes them in {@code scope}.
     *
     * @param network where images are built
     * @param boot the image that they are built on, and the script that installs the version
     * @param permissions what the script may do
     * @param health where the version answers 200 when it is well
     */
    public ImagePipelineParts(
            Construct scope,
            ImageSettings settings,
            BuildNetwork network,
            HostBoot boot,
            List<PolicyStatement> permissions,
            HealthPath health) {
        String parent = boot.image().getImage(scope).getImageId();
        FleetChecks.sameArchitecture(Stack.of(scope).resolve(parent), settings.instanceType());
        this.infrastructure = new BuildInfrastructure(scope, settings, network.vpc(), network.subnets(), permissions);
        ImageBuild build = new ImageBuild(
                scope,
                settings,
                parent,
                List.of(
                        ComponentScripts.build(boot.userData().render()),
                        ComponentScripts.test(health.port(), health.path())),
                infrastructure,
                new Distribution(scope, settings));
        new Retention(scope, settings);
        settings.key().ifPresent(key -> VolumeKeys.grant(scope, key));
        this.imageId = build.image().getAttrImageId();
    }

    /** The role of the instances that build and test. */
    public Role role() {
        return infrastructure.role();
    }

    /** The image's id in the stack's region. */
    public String imageId() {
        return imageId;
    }

    /**
     * Where images are built.
     *
     * @param vpc the VPC
     * @param subnets its subnets, of which the first is taken
     */
    public record BuildNetwork(IVpc vpc, SubnetSelection subnets) {}

    /**
     * What a version answers 200 to.
     *
     * @param port the port, on the instance itself
     * @param path the path
     */
    public record HealthPath(int port, String path) {}
}
