package io.teal.constructs.internal.images;

import io.teal.release.Contract;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.imagebuilder.CfnDistributionConfiguration;
import software.amazon.awscdk.services.imagebuilder.CfnDistributionConfiguration.DistributionProperty;
import software.amazon.awscdk.services.kms.IKey;
import software.constructs.Construct;

/**
 * Where an image goes: regions and accounts, each with its key, its tags and the parameter that its id is written to.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/imagebuilder/latest/APIReference/API_SsmParameterConfiguration.html">SsmParameterConfiguration</a>
 */
final class Distribution {
    private final ImageSettings settings;
    private final CfnDistributionConfiguration configuration;

    Distribution(Construct scope, ImageSettings settings) {
        this.settings = settings;
        Map<String, Optional<String>> regions = new TreeMap<>(settings.regions());
        List<DistributionProperty> all = new ArrayList<>();
        all.add(to(Stack.of(scope).getRegion(), settings.key().map(IKey::getKeyArn)));
        regions.forEach((region, key) -> all.add(to(region, key)));
        this.configuration = CfnDistributionConfiguration.Builder.create(scope, "Distribution")
                .name(settings.service() + "-images")
                .distributions(all)
                .build();
        // By its path in the template: aws-cdk-lib has a property for it only since 2025.
        for (int i = 0; i < all.size(); i++) {
            configuration.addPropertyOverride("Distributions." + i + ".SsmParameterConfigurations", parameters());
        }
    }

    CfnDistributionConfiguration configuration() {
        return configuration;
    }

    private DistributionProperty to(String region, Optional<String> key) {
        Map<String, Object> image = new TreeMap<>(Map.of(
                "Name", settings.service() + "-" + settings.version() + "-{{ imagebuilder:buildDate }}",
                "Description", settings.service() + " " + settings.version(),
                "AmiTags", tags(settings)));
        key.ifPresent(arn -> image.put("KmsKeyId", arn));
        if (!settings.accounts().isEmpty()) {
            image.put("TargetAccountIds", settings.accounts());
        }
        return DistributionProperty.builder()
                .region(region)
                .amiDistributionConfiguration(image)
                .build();
    }

    /** Every image is kept until it is seen that nothing uses it. */
    static Map<String, String> tags(ImageSettings settings) {
        return new TreeMap<>(Map.of(
                Contract.SERVICE_TAG,
                settings.service(),
                Contract.VERSION_TAG,
                settings.version().value(),
                Contract.KEEP_TAG,
                "true"));
    }

    private List<Map<String, String>> parameters() {
        Map<String, String> own =
                new TreeMap<>(Map.of("ParameterName", settings.parameterName(), "DataType", "aws:ec2:image"));
        List<Map<String, String>> all = new ArrayList<>(List.of(own));
        for (String account : settings.accounts()) {
            Map<String, String> other = new TreeMap<>(own);
            other.put("AmiAccountId", account);
            all.add(other);
        }
        return all;
    }
}
