package io.teal.constructs.internal.images;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.constructs.Delivery;
import io.teal.constructs.ImagePipeline;
import io.teal.constructs.SampleService;
import io.teal.constructs.SynthTemplate;
import io.teal.constructs.TrafficOptions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.services.ec2.InstanceType;
import software.amazon.awscdk.services.kms.Key;

class ImagePipelineTest {
    private static final String PARAMETER = "/imagebuilder/orders/2.0.0";

    private final Stack stack = SampleService.stack();

    private ImagePipeline.Builder pipeline() {
        return SampleImages.of(stack, "2.0.0");
    }

    private SynthTemplate template() {
        return SynthTemplate.of(stack);
    }

    private static SynthTemplate of(String version, String... commands) {
        Stack stack = SampleService.stack();
        SampleImages.of(stack, version, commands).build();
        return SynthTemplate.of(stack);
    }

    @Test
    void anImageIsInstalledByWhatTheDeliveryWouldDoAtBootAndThenAskedForItsHealth() {
        pipeline()
                .traffic(TrafficOptions.builder()
                        .applicationPort(8080)
                        .healthCheckPath("/health?deep=1")
                        .build())
                .build();
        assertThat(template().property("ImagesV200Build", "Data").toString())
                .contains("\"name\":\"build\"", "ExecuteBash", "set -euo pipefail")
                .contains("aws s3 cp 's3://builds/orders/2.0.0.tgz'", "systemctl enable orders");
        assertThat(template().property("ImagesV200Test", "Data").toString())
                .contains("\"name\":\"test\"", "http://localhost:8080/health?deep=1", "exit 1")
                .doesNotContain("\"name\":\"build\"");
    }

    @Test
    void theRecipeIsOfTheVersionOnTheDeliverysImageAndTheImageIsTested() {
        pipeline().build();
        SynthTemplate template = template();
        assertThat(template.properties("ImagesV200Recipe"))
                .containsEntry("Name", "orders")
                .containsEntry("Version", "2.0.0")
                .containsKey("ParentImage")
                .doesNotContainKey("BlockDeviceMappings");
        assertThat((List<?>) template.property("ImagesV200Recipe", "Components"))
                .extracting(Object::toString)
                .satisfiesExactly(
                        build -> assertThat(build).contains("ImagesV200Build"),
                        test -> assertThat(test).contains("ImagesV200Test"));
        assertThat(template.property("ImagesV200Image", "ImageTestsConfiguration", "ImageTestsEnabled"))
                .isEqualTo(true);
    }

    @Test
    void theIdIsWrittenInEveryRegionAndAccountWhereTheImageGoes() {
        pipeline().region("us-east-1").account("222222222222").build();
        SynthTemplate template = template();
        Map<String, String> own = Map.of("ParameterName", PARAMETER, "DataType", "aws:ec2:image");
        Map<String, String> other =
                Map.of("ParameterName", PARAMETER, "DataType", "aws:ec2:image", "AmiAccountId", "222222222222");
        for (int region = 0; region < 2; region++) {
            assertThat(template.property("ImagesDistribution", "Distributions", region, "SsmParameterConfigurations"))
                    .isEqualTo(List.of(own, other));
            assertThat(template.property(
                            "ImagesDistribution",
                            "Distributions",
                            region,
                            "AmiDistributionConfiguration",
                            "TargetAccountIds"))
                    .isEqualTo(List.of("222222222222"));
        }
        assertThat(template.property("ImagesDistribution", "Distributions", 1, "Region"))
                .isEqualTo("us-east-1");
    }

    @Test
    void theParameterIsTheOneThatADeliveryOfImagesReads() {
        assertThat(pipeline().build().getParameterName()).isEqualTo(PARAMETER);
        assertThat(ImagePipeline.parameter("orders").replace("{version}", "2.0.0"))
                .isEqualTo(PARAMETER);
        Delivery.imageParameters(ImagePipeline.parameter("orders"));
    }

    @Test
    void nameAndTagsOfAnImageSayItsVersionAndThatItIsKept() {
        pipeline().build();
        Map<String, Object> image =
                map(template().property("ImagesDistribution", "Distributions", 0, "AmiDistributionConfiguration"));
        assertThat(image.get("Name")).isEqualTo("orders-2.0.0-{{ imagebuilder:buildDate }}");
        assertThat(image.get("AmiTags"))
                .isEqualTo(Map.of("teal:service", "orders", "teal:version", "2.0.0", "teal:keep", "true"));
    }

    @Test
    void aKeyEncryptsRecipeComponentsAndEveryRegionsImages() {
        pipeline()
                .encryptionKey(Key.fromKeyArn(stack, "Key", SampleImages.KEY))
                .region("us-east-1", SampleImages.OTHER_KEY)
                .build();
        SynthTemplate template = template();
        assertThat(template.property("ImagesV200Recipe", "BlockDeviceMappings", 0))
                .isEqualTo(Map.of(
                        "DeviceName",
                        "/dev/xvda",
                        "Ebs",
                        Map.of("Encrypted", true, "KmsKeyId", SampleImages.KEY, "DeleteOnTermination", true)));
        assertThat(template.property("ImagesV200Build", "KmsKeyId")).isEqualTo(SampleImages.KEY);
        assertThat(Stream.of(0, 1)
                        .map(region -> template.property(
                                "ImagesDistribution",
                                "Distributions",
                                region,
                                "AmiDistributionConfiguration",
                                "KmsKeyId")))
                .containsExactly(SampleImages.KEY, SampleImages.OTHER_KEY);
        Annotations.fromStack(stack).hasWarning("/shop/Images", Match.stringLikeRegexp(".*volumes are encrypted.*"));
    }

    @Test
    void instancesThatBuildAreReachedByNobodyAndHaveTheMetadataServiceOfVersionTwo() {
        pipeline().instanceType(new InstanceType("t3.large")).build();
        SynthTemplate template = template();
        assertThat(template.properties("ImagesInfrastructureConfiguration"))
                .containsEntry("InstanceTypes", List.of("t3.large"))
                .containsEntry("SubnetId", "subnet-3")
                .containsEntry("TerminateInstanceOnFailure", true)
                .containsEntry("InstanceMetadataOptions", Map.of("HttpTokens", "required"));
        assertThat(template.properties("ImagesInfrastructureSecurityGroup")).doesNotContainKey("SecurityGroupIngress");
        assertThat(template.property("ImagesInfrastructureRole", "Policies").toString())
                .contains("s3:GetObject", "orders/*.tgz");
    }

    @Test
    void nothingDeletesAnImageThatIsKeptOrWasLaunchedInTheLastWeek() {
        pipeline().keep(7).build();
        Map<String, Object> detail = map(template().property("ImagesOldImagesPolicy", "PolicyDetails", 0));
        assertThat(detail.get("Filter")).isEqualTo(Map.of("Type", "COUNT", "Value", 7));
        assertThat(detail.get("ExclusionRules"))
                .isEqualTo(Map.of(
                        "Amis",
                        Map.of(
                                "LastLaunched",
                                Map.of("Unit", "WEEKS", "Value", 1),
                                "TagMap",
                                Map.of("teal:keep", "true"))));
        assertThat(template().property("ImagesOldImagesPolicy", "ResourceSelection", "TagMap"))
                .isEqualTo(Map.of("teal:service", "orders"));
        assertThat(template().property("ImagesV200Image", "Tags")).asString().contains("teal:service=orders");
    }

    @Test
    void anotherVersionHasOtherResourcesAndThoseOfTheVersionBeforeStay() {
        SynthTemplate one = of("1.0.0");
        SynthTemplate two = of("2.0.0");
        List<String> once = List.of("ImagesV100Build", "ImagesV100Test", "ImagesV100Recipe", "ImagesV100Image");
        assertThat(readable(one)).containsAll(once);
        assertThat(readable(two)).doesNotContainAnyElementsOf(once);
        for (String id : once) {
            assertThat(one.resource(id))
                    .as(id)
                    .containsEntry("DeletionPolicy", "RetainExceptOnCreate")
                    .containsEntry("UpdateReplacePolicy", "Retain");
        }
        assertThat(common(one)).isEqualTo(common(two));
    }

    /** A recipe of a name and version is there once, so CloudFormation fails before it builds another image. */
    @Test
    void anotherScriptForTheSameVersionAsksForTheSameRecipeAgain() {
        SynthTemplate before = of("2.0.0", "one");
        SynthTemplate after = of("2.0.0", "two");
        assertThat(after.properties("ImagesV200Build")).isNotEqualTo(before.properties("ImagesV200Build"));
        assertThat(after.properties("ImagesV200Recipe")).isEqualTo(before.properties("ImagesV200Recipe"));
        assertThat(after.properties("ImagesV200Image")).isEqualTo(before.properties("ImagesV200Image"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    private static List<String> readable(SynthTemplate template) {
        return template.resources().keySet().stream()
                .map(SynthTemplate::withoutHash)
                .toList();
    }

    /** The ids of what is not a version's own. */
    private static Map<String, Object> common(SynthTemplate template) {
        return template.resources().entrySet().stream()
                .filter(resource -> !resource.getKey().startsWith("ImagesV"))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, resource -> resource.getValue().get("Type"), (a, b) -> a, TreeMap::new));
    }
}
