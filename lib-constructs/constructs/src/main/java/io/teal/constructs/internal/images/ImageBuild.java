package io.teal.constructs.internal.images;

import io.teal.constructs.internal.common.L1;
import io.teal.release.Contract;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.imagebuilder.CfnComponent;
import software.amazon.awscdk.services.imagebuilder.CfnImage;
import software.amazon.awscdk.services.imagebuilder.CfnImage.ImageTestsConfigurationProperty;
import software.amazon.awscdk.services.imagebuilder.CfnImageRecipe;
import software.amazon.awscdk.services.imagebuilder.CfnImageRecipe.ComponentConfigurationProperty;
import software.amazon.awscdk.services.imagebuilder.CfnImageRecipe.EbsInstanceBlockDeviceSpecificationProperty;
import software.amazon.awscdk.services.imagebuilder.CfnImageRecipe.InstanceBlockDeviceMappingProperty;
import software.constructs.Construct;

/**
 * Components, recipe and image of one version. Another version has other logical ids: its resources are new ones, and
 * those of the version before stay in the account, since hosts may run from them. What the deploy itself has made goes
 * again if it is rolled back ({@code RetainExceptOnCreate}), so that the version can be tried again.
 */
final class ImageBuild extends Construct {
    private final ImageSettings settings;
    private final RecipeName recipe;
    private final CfnImage image;

    /**
     * The image of {@code settings}' version.
     *
     * @param parent id of the image that it is built on
     * @param documents of the component that installs the version, and of the one that asks for its health
     * @param infrastructure builds and tests it
     * @param distribution says where it goes
     */
    ImageBuild(
            Construct scope,
            ImageSettings settings,
            String parent,
            List<Map<String, Object>> documents,
            BuildInfrastructure infrastructure,
            Distribution distribution) {
        super(scope, "V" + settings.version());
        this.settings = settings;
        this.recipe = settings.recipe();
        CfnImageRecipe made =
                recipe(parent, List.of(component("Build", documents.get(0)), component("Test", documents.get(1))));
        // The older of the CDK's versions ask for all ARNs when the image is made.
        this.image = CfnImage.Builder.create(this, "Image")
                .imageRecipeArn(made.getAttrArn())
                .infrastructureConfigurationArn(infrastructure.configuration().getAttrArn())
                .distributionConfigurationArn(distribution.configuration().getAttrArn())
                .imageTestsConfiguration(ImageTestsConfigurationProperty.builder()
                        .imageTestsEnabled(true)
                        .build())
                .tags(Distribution.tags(settings))
                .build();
        L1.order(image, L1.of(infrastructure.log()));
        stays(image);
    }

    CfnImage image() {
        return image;
    }

    private CfnComponent component(String id, Map<String, Object> document) {
        CfnComponent component = CfnComponent.Builder.create(this, id)
                .name(recipe.name() + "-" + id.toLowerCase(Locale.ROOT))
                .version(recipe.version())
                .platform("Linux")
                .data(Stack.of(this).toJsonString(document))
                .tags(new TreeMap<>(Map.of(Contract.SERVICE_TAG, settings.service())))
                .build();
        settings.key().ifPresent(key -> component.setKmsKeyId(key.getKeyArn()));
        stays(component);
        return component;
    }

    private CfnImageRecipe recipe(String parent, List<CfnComponent> components) {
        CfnImageRecipe made = CfnImageRecipe.Builder.create(this, "Recipe")
                .name(recipe.name())
                .version(recipe.version())
                .parentImage(parent)
                .components(components.stream()
                        .map(one -> ComponentConfigurationProperty.builder()
                                .componentArn(one.getAttrArn())
                                .build())
                        .toList())
                .tags(new TreeMap<>(Map.of(
                        Contract.SERVICE_TAG,
                        settings.service(),
                        Contract.VERSION_TAG,
                        settings.version().value())))
                .build();
        settings.key().ifPresent(key -> made.setBlockDeviceMappings(List.of(encrypted(key.getKeyArn()))));
        stays(made);
        return made;
    }

    private InstanceBlockDeviceMappingProperty encrypted(String key) {
        return InstanceBlockDeviceMappingProperty.builder()
                .deviceName(settings.rootDevice())
                .ebs(EbsInstanceBlockDeviceSpecificationProperty.builder()
                        .encrypted(true)
                        .kmsKeyId(key)
                        .deleteOnTermination(true)
                        .build())
                .build();
    }

    private static void stays(CfnResource resource) {
        resource.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
    }
}
