package io.teal.constructs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.services.ec2.MachineImage;
import software.amazon.awscdk.services.s3.Bucket;

class RevisionDeliveryTest {
    private static final String PACKAGE = "codedeploy-agent-1.7.1-115.noarch.rpm";

    @Test
    void theAgentIsTheLastThingThatAHostStarts() {
        assertThat(script(template("orders/{version}.zip", CodeDeployAgent.release(PACKAGE))))
                .isEqualTo(String.join(
                        "\n",
                        "#!/bin/bash",
                        "set -euo pipefail",
                        "prepare",
                        "aws s3 cp 's3://aws-codedeploy-REGION/releases/" + PACKAGE + "' /opt/" + PACKAGE,
                        "dnf install -y /opt/" + PACKAGE,
                        "systemctl enable --now codedeploy-agent"));
        assertThat(script(template("orders/{version}.zip", CodeDeployAgent.inImage())))
                .endsWith("prepare\nsystemctl enable --now codedeploy-agent");
    }

    @Test
    void aHostThatCouldNotBeMadeReadyHasNoAgent() throws IOException {
        String script = script(template("orders/{version}.zip", CodeDeployAgent.inImage()));
        String known = "systemctl() { echo started; }\n";
        assertThat(Shell.run(known + "prepare() { return 1; }\n" + script).output())
                .doesNotContain("started");
        assertThat(Shell.run(known + "prepare() { :; }\n" + script).output()).contains("started");
    }

    @Test
    void hostsMayReadRevisionsAndTheAgent() {
        assertThat(template("orders/{version}.zip", CodeDeployAgent.inImage())
                        .property("OrdersHostsRole", "Policies", 0, "PolicyDocument", "Statement")
                        .toString())
                .contains(":s3:::revisions/orders/*.zip", ":s3:::aws-codedeploy-, {Ref=AWS::Region}, /*")
                .contains("Sid=ReadArtifacts", "Sid=ReadCodeDeployAgent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders/{version}.jar", "orders/{version}", "orders/{version}.gz", "orders/{version}.rar"})
    void aRevisionThatCodeDeployDoesNotUnpackIsRefused(String key) {
        assertThatThrownBy(() -> template(key, CodeDeployAgent.inImage()))
                .hasMessage("key must end with .zip, .tar, .tgz or .tar.gz, the bundles CodeDeploy unpacks, got '" + key
                        + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders/latest.zip", "{version}'; reboot; '.zip", "/{version}.zip"})
    void aKeyThatAShellOrAPolicyCouldMisreadIsRefused(String key) {
        assertThatThrownBy(() -> template(key, CodeDeployAgent.inImage()))
                .hasMessageStartingWith("key must contain {version}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"latest", "codedeploy-agent-1.7.1.deb", "codedeploy-agent-1'; reboot; '.noarch.rpm"})
    void anAgentThatIsNoOnePackageIsRefused(String name) {
        assertThatThrownBy(() -> CodeDeployAgent.release(name))
                .hasMessageStartingWith(
                        "the agent's package must be named codedeploy-agent-<version>.noarch.rpm, got '" + name);
    }

    private static SynthTemplate template(String key, CodeDeployAgent agent) {
        return SampleService.blueOnly()
                .with((stack, props) -> props.delivery(Delivery.codeDeploy(
                        MachineImage.genericLinux(Map.of("eu-west-1", "ami-0000000000000000a")),
                        Bucket.fromBucketName(stack, "Revisions", "revisions"),
                        key,
                        agent,
                        List.of("prepare"))))
                .synth();
    }

    @SuppressWarnings("unchecked")
    private static String script(SynthTemplate template) {
        Object data = template.property("OrdersBlueLaunchTemplate", "LaunchTemplateData", "UserData", "Fn::Base64");
        if (data instanceof String text) {
            return text;
        }
        List<Object> parts = (List<Object>) ((List<Object>) ((Map<String, Object>) data).get("Fn::Join")).get(1);
        return String.join(
                "",
                parts.stream()
                        .map(part -> part instanceof String text ? text : "REGION")
                        .toList());
    }
}
