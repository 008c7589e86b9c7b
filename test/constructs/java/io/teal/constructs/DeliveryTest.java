package io.teal.constructs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.release.Color;
import io.teal.release.InvalidValueException;
import io.teal.release.Release;
import io.teal.release.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.services.ec2.IMachineImage;
import software.amazon.awscdk.services.ec2.MachineImage;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketAttributes;

class DeliveryTest {
    private static final String KEY = "orders/{version}/orders-{version}.tar.gz";
    private static final IMachineImage IMAGE = MachineImage.genericLinux(Map.of("eu-west-1", "ami-0000000000000000a"));

    @Test
    void eachVersionHasItsImage() {
        SynthTemplate template = SampleService.both().synth();
        assertThat(template.json().get("Mappings").toString())
                .contains("OrdersBlueLaunchTemplateAmiMap", "ami-00000000000000001")
                .contains("OrdersGreenLaunchTemplateAmiMap", "ami-00000000000000002");
    }

    @Test
    void aVersionWithoutAnImageIsRefused() {
        SampleService service = SampleService.of(Release.first(Color.BLUE, Version.of("9.9.9")));
        assertThatThrownBy(service::service)
                .isInstanceOf(InvalidValueException.class)
                .extracting(RefusalText::of)
                .isEqualTo("version 9.9.9 has no image; there are images of [1.0.0, 2.0.0, 3.0.0],"
                        + " add its image ids to the map");
    }

    @Test
    void anImageMayStandInAParameterThatCloudFormationReadsInEachDeploy() {
        SynthTemplate template = SampleService.both()
                .with((stack, props) -> props.delivery(Delivery.imageParameters("/orders/{version}/image")))
                .synth();
        assertThat(template.json().get("Parameters").toString())
                .contains("Default=/orders/1.0.0/image", "Default=/orders/2.0.0/image")
                .contains("Type=AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>");
        assertThat(data(template, "Blue").toString()).contains("ImageId={Ref=", "100image");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/orders/image", "orders/{version}", "/orders/{version}/", "/or ders/{version}"})
    void aPathThatNamesNoVersionOrNoParameterIsRefused(String path) {
        assertThatThrownBy(() -> Delivery.imageParameters(path))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageEndingWith("got '" + path + "'");
    }

    @Test
    void aVersionThatNoParameterCanBeNamedAfterIsRefused() {
        Delivery delivery = Delivery.imageParameters("/orders/{version}/image");
        assertThatThrownBy(() -> delivery.hostSetup(Version.of("2.0.0+build")))
                .hasMessageStartingWith("version 2.0.0+build cannot be part of a parameter's name");
    }

    @Test
    void theSameVersionBootsFromTheSameDataOnBothColors() {
        Release same = Release.first(Color.BLUE, SampleService.ONE).start(SampleService.ONE);
        SynthTemplate template = SampleService.of(same)
                .with((stack, props) -> props.delivery(artifact(stack, KEY)))
                .synth();
        assertThat(data(template, "Blue").toString().replace("Blue", "Green").replaceAll("[0-9A-F]{8}(?=\\W)", ""))
                .isEqualTo(data(template, "Green").toString().replaceAll("[0-9A-F]{8}(?=\\W)", ""));
    }

    @Test
    void anArtifactIsFetchedByItsVersionAndThenStarted() {
        assertThat(script(KEY))
                .isEqualTo(String.join(
                        "\n",
                        "#!/bin/bash",
                        "set -euo pipefail",
                        "ARTIFACT=/opt/artifact/orders-1.0.0.tar.gz",
                        "mkdir -p /opt/artifact",
                        "aws s3 cp 's3://artifacts/orders/1.0.0/orders-1.0.0.tar.gz' \"$ARTIFACT\"",
                        "touch \"$ARTIFACT.started\""));
    }

    @Test
    void aHostThatCannotFetchItsVersionStartsNothing(@TempDir Path folder) throws IOException {
        // Given
        String script = script(KEY).replace("/opt/artifact", folder.toString());
        // When
        Shell.Result broken = Shell.run("aws() { echo denied; return 1; }\n" + script);
        boolean startedThen = Files.exists(folder.resolve("orders-1.0.0.tar.gz.started"));
        Shell.Result whole = Shell.run("aws() { :; }\n" + script);
        // Then
        assertThat(broken.code()).isNotZero();
        assertThat(startedThen).isFalse();
        assertThat(whole.code()).isZero();
        assertThat(folder.resolve("orders-1.0.0.tar.gz.started")).exists();
    }

    @Test
    void hostsMayReadTheObjectsAVersionCanNameAndNoMore() {
        assertThat(template(KEY)
                        .property("OrdersHostsRole", "Policies", 0, "PolicyDocument", "Statement")
                        .toString())
                .isEqualTo("[{Action=s3:GetObject, Effect=Allow, Resource={Fn::Join=[, [arn:, {Ref=AWS::Partition},"
                        + " :s3:::artifacts/orders/*/orders-*.tar.gz]]}, Sid=ReadArtifacts}]");
    }

    @Test
    void hostsMayDecryptWithTheKeyOfTheBucket() {
        String key = "arn:aws:kms:eu-west-1:111111111111:key/0000";
        SynthTemplate template = SampleService.blueOnly()
                .with((stack, props) -> props.delivery(Delivery.artifact(
                        IMAGE,
                        Bucket.fromBucketAttributes(
                                stack,
                                "Encrypted",
                                BucketAttributes.builder()
                                        .bucketName("artifacts")
                                        .encryptionKey(Key.fromKeyArn(stack, "Key", key))
                                        .build()),
                        KEY,
                        List.of())))
                .synth();
        assertThat(template.property("OrdersHostsRole", "Policies", 0, "PolicyDocument", "Statement", 1))
                .isEqualTo(
                        Map.of("Action", "kms:Decrypt", "Effect", "Allow", "Resource", key, "Sid", "DecryptArtifacts"));
    }

    @Test
    void imagesNeedNoPermission() {
        assertThat(SampleService.blueOnly().synth().properties("OrdersHostsRole"))
                .doesNotContainKey("Policies");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "orders/latest.tar.gz",
                "orders/{Version}.tar.gz",
                "{version}'; reboot; '",
                "{version}/$(reboot)",
                "{version}/a b",
                "{version}/*",
                "{version}/(1).jar",
                "{version}/{name}.jar",
                "{version}/app!.jar",
                "orders/{version}/",
                "orders/{version}/..",
                "/{version}.jar",
            })
    void aKeyThatAShellOrAPolicyCouldMisreadIsRefused(String key) {
        assertThatThrownBy(() -> template(key))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("key must ")
                .hasMessageEndingWith("got '" + key + "'");
    }

    private static Delivery artifact(software.constructs.Construct scope, String key) {
        return Delivery.artifact(
                IMAGE,
                Bucket.fromBucketName(scope, "Artifacts", "artifacts"),
                key,
                List.of("touch \"$ARTIFACT.started\""));
    }

    private static SynthTemplate template(String key) {
        return SampleService.blueOnly()
                .with((stack, props) -> props.delivery(artifact(stack, key)))
                .synth();
    }

    private static String script(String key) {
        return (String)
                template(key).property("OrdersBlueLaunchTemplate", "LaunchTemplateData", "UserData", "Fn::Base64");
    }

    private static Object data(SynthTemplate template, String color) {
        return template.property("Orders" + color + "LaunchTemplate", "LaunchTemplateData");
    }
}
