package io.teal.constructs;

import io.teal.constructs.internal.common.CdkVersion;
import io.teal.constructs.internal.images.ImagePipelineParts;
import io.teal.constructs.internal.images.ImageSettings;
import io.teal.constructs.internal.traffic.TrafficSettings;
import io.teal.release.InvalidValueException;
import io.teal.release.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.InstanceType;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.kms.IKey;
import software.constructs.Construct;

/**
 * Makes the machine image of one version, with EC2 Image Builder: what the delivery would do while a host boots is done
 * once, an instance of the image is booted and asked for its health, and the image's id is written where
 * {@link Delivery#imageParameters} reads it. In a stack of its own, deployed once for each version:
 *
 * <pre>{@code
 * ImagePipeline.Builder.create(stack, "Images")
 *         .serviceName("orders")
 *         .version(ReleaseContext.version(stack, "orders"))   // cdk deploy -c version=2.0.0
 *         .vpc(vpc)
 *         .delivery(Delivery.artifact(image, bucket, "orders/{version}.tgz", List.of("...")))
 *         .build();
 * }</pre>
 *
 * <p>The deploy is done when the image is built, tested and distributed: half an hour as a rule, twelve hours at most.
 * A version that does not answer fails it, and no parameter is written. A version is built once: a recipe never
 * changes, and Image Builder refuses another one ("already exists"). Deleting the stack leaves all images, recipes and
 * parameters. No image goes that a host or a launch template uses, see {@link Builder#keep}.
 */
public final class ImagePipeline extends Construct {
    private final ImagePipelineParts parts;
    private final String parameterName;

    private ImagePipeline(Builder values) {
        super(values.scope, values.id);
        ImageSettings settings = values.settings();
        TrafficSettings traffic = values.traffic.settings;
        this.parts = new ImagePipelineParts(
                this,
                settings,
                new ImagePipelineParts.BuildNetwork(values.vpc, values.subnets),
                values.delivery.hostSetup(values.version).boot(false),
                values.delivery.permissions(),
                new ImagePipelineParts.HealthPath(traffic.applicationPort(), traffic.healthCheckPath()));
        this.parameterName = settings.parameterName();
    }

    /** Where the image ids of {@code serviceName} stand by default, for {@link Delivery#imageParameters}. */
    public static String parameter(String serviceName) {
        return ImageSettings.PREFIX + serviceName + "/{version}";
    }

    /** The role of the instances that build and test; grant them more through it. */
    public Role getRole() {
        return parts.role();
    }

    /** The image's id in the stack's region, known when it is built. */
    public String getImageId() {
        return parts.imageId();
    }

    /** The parameter that holds the image's id, in every region and account that it goes to. */
    public String getParameterName() {
        return parameterName;
    }

    /** Builds an {@link ImagePipeline}. */
    public static final class Builder {
        private static final int DEFAULT_KEPT = 20;

        private final Construct scope;
        private final String id;
        private String serviceName;
        private Version version;
        private IVpc vpc;
        private Delivery delivery;
        private TrafficOptions traffic = TrafficOptions.builder().build();
        private SubnetSelection subnets = SubnetSelection.builder().build();
        private InstanceType instanceType = new InstanceType(FleetOptions.Builder.DEFAULT_INSTANCE_TYPE);
        private String parameter;
        private String rootDevice = "/dev/xvda";
        private IKey encryptionKey;
        private final Map<String, Optional<String>> regions = new TreeMap<>();
        private final List<String> accounts = new ArrayList<>();
        private int keep = DEFAULT_KEPT;

        private Builder(Construct scope, String id) {
            this.scope = scope;
            this.id = id;
            CdkVersion.require();
        }

        /** A builder of the pipeline that will be {@code id} in {@code scope}. */
        public static Builder create(Construct scope, String id) {
            return new Builder(scope, id);
        }

        /** The service's name, as the service has it; an account and region has one pipeline of a name. Required. */
        public Builder serviceName(String name) {
            this.serviceName = name;
            return this;
        }

        /** What the image holds: letters, digits and {@code _.-}. Required. */
        public Builder version(Version name) {
            this.version = name;
            return this;
        }

        /** Where images are built and tested. Required. */
        public Builder vpc(IVpc network) {
            this.vpc = network;
            return this;
        }

        /**
         * What is installed, on which image: usually {@link Delivery#artifact}, of Linux. Its commands run as root,
         * once, while the image is built, and not when a host boots: they must make the service start at boot
         * ({@code systemctl enable}). At most 15,700 characters, without <code>{{</code>. Required.
         */
        public Builder delivery(Delivery how) {
            this.delivery = how;
            return this;
        }

        /**
         * The service's own, of which application port and health check path are used: an instance of the image must
         * answer 200 there within five minutes, over plain HTTP. Default: {@link TrafficOptions#builder()}'s.
         */
        public Builder traffic(TrafficOptions options) {
            this.traffic = options;
            return this;
        }

        /** Subnets with a way out, of which the first is taken. Default: private ones with egress, if there are any. */
        public Builder subnets(SubnetSelection selection) {
            this.subnets = selection;
            return this;
        }

        /** Type of the instances that build and test, of the image's processor architecture. Default: t3.small. */
        public Builder instanceType(InstanceType type) {
            this.instanceType = type;
            return this;
        }

        /**
         * Where the image's id is written: a path with {@code {version}} in it, below {@code /imagebuilder/}, where
         * Image Builder's service-linked role may write. Default: {@link #parameter}'s.
         */
        public Builder parameter(String path) {
            this.parameter = path;
            return this;
        }

        /** Name of the root volume on the image that is built on, for its encryption. Default: {@code /dev/xvda}. */
        public Builder rootDevice(String device) {
            this.rootDevice = device;
            return this;
        }

        /**
         * Your key for images and components in the stack's region, which Auto Scaling's service-linked role may then
         * use; a warning says if it cannot be let. Default: EBS's own, if the account encrypts by default.
         */
        public Builder encryptionKey(IKey key) {
            this.encryptionKey = key;
            return this;
        }

        /** Takes images to {@code region} too, and writes the parameter there. Default: the stack's region alone. */
        public Builder region(String region) {
            regions.put(region, Optional.empty());
            return this;
        }

        /**
         * Takes images to {@code region} too, encrypted with the key of that region that has the ARN {@code key}.
         * Default: the stack's region alone.
         */
        public Builder region(String region, String key) {
            regions.put(region, Optional.of(key));
            return this;
        }

        /**
         * Takes images to {@code account} too: 12 digits, with a role for it (see the page on images). Default: none.
         */
        public Builder account(String account) {
            accounts.add(account);
            return this;
        }

        /**
         * How many of the newest images stay, whatever uses them; 1 to 1000. A lifecycle policy deletes older ones that
         * have lost the tag {@code teal:keep=true}, which {@code bin/teal clean} takes off what nothing uses, and that
         * were not launched for a week. Default: 20.
         */
        public Builder keep(int images) {
            this.keep = images;
            return this;
        }

        /**
         * The pipeline.
         *
         * @throws NullPointerException naming the value that is missing
         * @throws InvalidValueException if a value is not allowed, or the delivery has no such version or its script is
         *     too long
         */
        public ImagePipeline build() {
            Objects.requireNonNull(version, "version");
            Objects.requireNonNull(vpc, "vpc");
            Objects.requireNonNull(delivery, "delivery");
            ServiceBuilder.requireName(serviceName);
            InvalidValueException.require(
                    delivery.revisions().isEmpty(),
                    "CodeDeploy installs the versions of this delivery on hosts, so an image holds none",
                    "use Delivery.artifact");
            return new ImagePipeline(this);
        }

        private ImageSettings settings() {
            return new ImageSettings(
                    serviceName,
                    version,
                    Optional.ofNullable(parameter).orElseGet(() -> ImagePipeline.parameter(serviceName)),
                    instanceType,
                    rootDevice,
                    Optional.ofNullable(encryptionKey),
                    regions,
                    accounts,
                    keep);
        }
    }
}
