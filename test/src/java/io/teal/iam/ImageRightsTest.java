package io.teal.iam;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.teal.examples.ShopImages;
import io.teal.runtime.function.NeedsInstalled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;

/** What the instances that build images may do beyond AWS's own policies, and what an operator's clean-up needs. */
@NeedsInstalled("test/src/js/node_modules")
class ImageRightsTest {
    private static final String IMAGE = "arn:aws:ec2:eu-west-1::image/ami-1";
    private static final String TEMPLATE = "arn:aws:ec2:eu-west-1:111122223333:launch-template/lt-1";
    private static final List<AwsCall> CLEAN = List.of(
            new AwsCall("ec2:DescribeImages", "*", Map.of()),
            new AwsCall("ec2:DescribeInstances", "*", Map.of()),
            new AwsCall("ec2:DescribeLaunchTemplates", "*", Map.of()),
            new AwsCall("ec2:DescribeLaunchTemplateVersions", "*", Map.of()),
            tag("shop", "teal:keep"),
            delete("shop-front/Shop/Blue/LaunchTemplate"));

    private static Simulator simulator;

    @TempDir
    private static Path assembly;

    @BeforeAll
    static void start() throws IOException {
        simulator = new Simulator();
    }

    @AfterAll
    static void end() {
        simulator.close();
    }

    private static AwsCall tag(String service, String key) {
        return new AwsCall(
                "ec2:CreateTags", IMAGE, Map.of("aws:ResourceTag/teal:service", service, "aws:TagKeys", List.of(key)));
    }

    private static AwsCall delete(String name) {
        return new AwsCall("ec2:DeleteLaunchTemplateVersions", TEMPLATE, Map.of("aws:ResourceTag/Name", name));
    }

    private static JsonNode onThePage() throws IOException {
        String page = Files.readString(Path.of("docs/images.md"));
        String json = page.substring(page.indexOf("```json") + "```json".length());
        return new ObjectMapper().readTree(json.substring(0, json.indexOf("```")));
    }

    @Test
    void thePolicyOnThePageIsEnoughForACleanUp() throws IOException {
        assertThat(simulator.refused(onThePage(), Optional.empty(), CLEAN)).isEmpty();
    }

    @Test
    void eachPartOfItIsNeeded() throws IOException {
        List<Permission> all = Permission.in(onThePage());
        for (Permission one : all) {
            List<Permission> fewer = new ArrayList<>(all);
            fewer.remove(one);
            assertThat(simulator.refused(Permission.policy(fewer), Optional.empty(), CLEAN))
                    .as("without %s", one)
                    .hasSize(1);
        }
    }

    @Test
    void whatIsAnotherServicesOrAnotherTagIsRefused() throws IOException {
        List<AwsCall> foreign = List.of(
                tag("bakery", "teal:keep"),
                tag("shop", "teal:version"),
                delete("bakery/Bakery/Blue/LaunchTemplate"),
                new AwsCall("ec2:DeregisterImage", IMAGE, Map.of()));
        assertThat(simulator.refused(onThePage(), Optional.empty(), foreign)).hasSameSizeAs(foreign);
    }

    @Test
    void anInstanceThatBuildsReadsItsOwnServicesArchiveAndNoOther() throws IOException {
        App app = new App(AppProps.builder()
                .outdir(assembly.toString())
                .context(Map.of("version", "2.0.0"))
                .build());
        ShopImages.stack(app);
        app.synth();
        JsonNode root = new ObjectMapper()
                .readTree(assembly.resolve("shop-images.template.json").toFile());
        DeployedTemplate template = new DeployedTemplate("shop-images", root);
        String id = template.ids("IAM::Role").stream()
                .filter(role -> role.contains("Infrastructure"))
                .findFirst()
                .orElseThrow();
        List<JsonNode> policies = template.policies(template.attribute(id + ".Arn"));
        AwsCall own = new AwsCall("s3:GetObject", "arn:aws:s3:::example-builds/shop/2.0.0.tgz", Map.of());
        AwsCall other = new AwsCall("s3:GetObject", "arn:aws:s3:::example-builds/bakery/2.0.0.tgz", Map.of());
        assertThat(policies).hasSize(1);
        assertThat(simulator.refused(policies.get(0), Optional.empty(), List.of(own, other)))
                .containsOnlyKeys(other);
    }
}
