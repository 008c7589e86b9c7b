package io.teal.constructs;

import io.teal.constructs.internal.fleet.ArtifactKey;
import io.teal.release.InvalidValueException;
import io.teal.release.Version;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.services.ec2.IMachineImage;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.s3.IBucket;

/**
 * How a version reaches a host: baked into an image, or fetched while the host boots.
 *
 * <p>However it is delivered, the same version always gives the same {@link HostSetup}: a host that a scale-out boots
 * months later runs what was released. So an implementation must not read a clock, a look-up or a "latest".
 */
public interface Delivery {

    /**
     * What a host of {@code version} boots from. Called once per colour and synthesis.
     *
     * @throws InvalidValueException if there is no such version
     */
    HostSetup hostSetup(Version version);

    /**
     * What a host may do beyond Session Manager. It is part of the role itself, so it applies before a host boots.
     * Default: nothing.
     */
    default List<PolicyStatement> permissions() {
        return List.of();
    }

    /** Where CodeDeploy finds what it installs, if it installs the versions. Default: it does not. */
    default Optional<Revisions> revisions() {
        return Optional.empty();
    }

    /**
     * Every version is an image of its own.
     *
     * @param imagesByVersion for each version, its image id per region: {@code {"1.0.0": {"eu-west-1": "ami-0a1…"}}}
     */
    static Delivery images(Map<String, Map<String, String>> imagesByVersion) {
        return new ImageDelivery(imagesByVersion);
    }

    /**
     * Every version is an image of its own, and its id is in a Systems Manager parameter: the image's build writes it
     * there, and the app need not know it.
     *
     * <p>CloudFormation reads the parameter in each deploy, for each colour that has a version, so it must be there as
     * long as its version runs. Never write another id into it: a serving fleet keeps the image it was verified with,
     * and would boot the other one when it is started again.
     *
     * @param path the parameter's path, with {@code {version}} where the version goes: {@code /orders/{version}/image}
     * @throws InvalidValueException if the path names no version or has other characters
     */
    static Delivery imageParameters(String path) {
        return new ParameterDelivery(path);
    }

    /**
     * Every version is an object in S3, fetched by user data.
     *
     * <p>If the bucket is encrypted with a key of your own, hosts may decrypt with it. A bucket that is imported by its
     * name does not know its key: import it with the key, or grant that yourself,
     * {@code key.grantDecrypt(service.getRole())}; without it a host gets 403 and never becomes healthy.
     *
     * @param image what the host boots from; pin it (a map of image ids), or a scale-out boots what was never tested
     * @param bucket where the artifacts are; the host's role may read the objects that {@code key} can name
     * @param key the object's key, with {@code {version}} where the version goes: {@code orders/{version}/orders.jar};
     *     letters, digits and {@code _.+-} between slashes, so that neither a shell nor a policy interprets any of them
     * @param commands shell commands that install and start the file, which is then at {@code $ARTIFACT}
     * @throws InvalidValueException if the key names no version or has other characters
     */
    static Delivery artifact(IMachineImage image, IBucket bucket, String key, List<String> commands) {
        return new ArtifactDelivery(image, bucket, new ArtifactKey(key), commands);
    }

    /**
     * Every version is a revision in S3 that CodeDeploy installs: a bundle with an {@code appspec.yml}. All hosts boot
     * alike; starting a colour installs its version on them, and a host that is launched later gets it before it is in
     * service.
     *
     * <p>Auto Scaling then uses EC2's health checks only. With the load balancer's it would replace every host that
     * waits for its first installation. A running host whose service is down gets no requests from the load balancer,
     * and is not replaced.
     *
     * <p>Never write another revision under a key that was used: a host that is launched later would get it. Keys of
     * the bucket's encryption are as for {@link #artifact}.
     *
     * @param image what the host boots from; pin it (a map of image ids)
     * @param bucket where the revisions are; the host's role may read the objects that {@code key} can name
     * @param key the revision's key, with {@code {version}} where the version goes: {@code orders/{version}.zip}; as
     *     for {@link #artifact}, and ending with {@code .zip}, {@code .tar}, {@code .tgz} or {@code .tar.gz}
     * @param agent how the host gets CodeDeploy's agent
     * @param commands shell commands that make the host ready, before the agent starts; all that a revision needs and
     *     does not contain
     * @throws InvalidValueException if the key names no version, has other characters, or does not end like a bundle
     */
    static Delivery codeDeploy(
            IMachineImage image, IBucket bucket, String key, CodeDeployAgent agent, List<String> commands) {
        return new RevisionDelivery(image, new Revisions(bucket, key), agent, commands);
    }
}
