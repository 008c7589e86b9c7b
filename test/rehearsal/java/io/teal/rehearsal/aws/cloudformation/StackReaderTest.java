package io.teal.rehearsal.aws.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.rehearsal.BadInputException;
import io.teal.rehearsal.TealLike;
import io.teal.rehearsal.aws.autoscaling.FleetModel;
import io.teal.rehearsal.aws.elb.HealthCheck;
import io.teal.rehearsal.aws.elb.StatusMatcher;
import io.teal.rehearsal.template.TemplateReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StackReaderTest {
    private static StackModel read(String text) {
        return StackReader.read(new TemplateReader(Map.of()).parse(text, "a.json"));
    }

    @Test
    void weightsSizesAndTagsAreRead() {
        StackModel model = TealLike.model("green", "1.0.0", "2.0.0");
        assertThat(model.weights("Production")).isEqualTo(Map.of("BlueGroup", 0, "GreenGroup", 100));
        FleetModel green = model.fleets().get("GreenFleet");
        assertThat(green.release()).isEqualTo(new FleetModel.ReleaseTags("green", "2.0.0"));
        assertThat(green.size().initial()).isEqualTo(2);
        assertThat(green.groups()).containsExactly("GreenGroup");
        assertThat(model.groups().get("BlueGroup").drain()).isEqualTo(Duration.ofSeconds(120));
        assertThat(model.noPart()).containsExactly(Map.entry("AWS::EC2::VPC", 1));
    }

    @Test
    void whatATemplateLeavesOutHasTheDefaultsOfAws() {
        StackModel model = read("{\"Resources\": {\"G\": {\"Type\": \"AWS::ElasticLoadBalancingV2::TargetGroup\"}}}");
        HealthCheck check = model.groups().get("G").healthCheck();
        assertThat(check.interval()).isEqualTo(Duration.ofSeconds(30));
        assertThat(check.thresholds()).isEqualTo(new HealthCheck.Thresholds(5, 2));
        assertThat(check.matcher().matches(200)).isTrue();
        assertThat(model.groups().get("G").drain()).isEqualTo(Duration.ofSeconds(300));
    }

    @Test
    void aLaunchTemplateThatFollowsTheLatestVersionChangesWithItsContent() {
        FleetModel one = TealLike.model("blue", "1.0.0", "").fleets().get("BlueFleet");
        FleetModel two = TealLike.model("blue", "1.0.1", "").fleets().get("BlueFleet");
        assertThat(one.launch()).isNotEqualTo(two.launch());
    }

    @Test
    void aHandMadeTemplateIsRead() throws IOException {
        StackModel model = read(Files.readString(Path.of("examples/hand-made/2.json")));
        assertThat(model.fleets().get("GreenFleet").label()).isEqualTo("GreenFleet");
        assertThat(model.fleets().get("GreenFleet").release().version()).isEqualTo("2.0.0");
    }

    @ParameterizedTest
    @CsvSource({"200,200,true", "200,201,false", "200-299,204,true", "'200,302',302,true", "'200-204,300',250,false"})
    void healthCheckCodesMatch(String matcher, int status, boolean passes) {
        assertThat(new StatusMatcher(matcher).matches(status)).isEqualTo(passes);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ListenerRule     | {"ListenerArn": "arn:x"}        | is a rule of 'arn:x', which is no listener
                    LoadBalancer     | {"Type": "gateway"}             | only application and network
                    LoadBalancer     | {"Type": "network"}             | keeps to its zone
                    Listener         | {"Protocol": "UDP"}             | Protocol UDP
                    Listener         | {"Protocol": "UDP"}             | Protocol UDP
                    TargetGroup      | {"TargetType": "lambda"}        | TargetType lambda
                    TargetGroup      | {"Protocol": "UDP"}             | Protocol UDP
                    TargetGroup      | {"HealthCheckProtocol": "TCP"}  | HealthCheckProtocol TCP
                    TargetGroup      | {"Protocol": "TCP", "TargetGroupAttributes": [{"Key": "proxy_protocol_v2.enabled", "Value": "true"}]} | proxy_protocol_v2.enabled = true
                    TargetGroup      | {"Protocol": "TCP", "TargetGroupAttributes": [{"Key": "stickiness.enabled", "Value": "true"}]} | stickiness.enabled = true
                    TargetGroup      | {"ProtocolVersion": "GRPC"}     | ProtocolVersion GRPC
                    TargetGroup      | {"Targets": [{"Id": "i-1"}]}    | Targets
                    TargetGroup      | {"TargetGroupAttributes": [{"Key": "slow_start.duration_seconds", "Value": "30"}]} | slow_start.duration_seconds = 30
                    TargetGroup      | {"TargetGroupAttributes": [{"Key": "load_balancing.algorithm.type", "Value": "weighted_random"}]} | weighted_random
                    TargetGroup      | {"TargetGroupAttributes": [{"Key": "target_group_health.unhealthy_state_routing.minimum_healthy_targets.count", "Value": "2"}]} | minimum_healthy_targets.count = 2
                    TargetGroup      | {"TargetGroupAttributes": [{"Key": "new.thing", "Value": "1"}]} | new.thing = 1
                    LoadBalancer     | {"LoadBalancerAttributes": [{"Key": "new.thing", "Value": "1"}]} | new.thing = 1
                    TargetGroup      | {"HealthCheckPort": "9000"}     | HealthCheckPort 9000
                    TargetGroup      | {"Matcher": {"HttpCode": "ok"}} | Matcher
                    Listener         | {"DefaultActions": [{"Type": "authenticate-oidc"}]} | authenticate-oidc
                    Listener         | {"DefaultActions": [{"Type": "forward", "TargetGroupArn": "arn:x"}]} | 'arn:x'
                    AutoScalingGroup | {"MinSize": "many"}             | MinSize must be a number, got 'many'
                    Custom::Thing    | {}                              | custom resource
                    Stack            | {}                              | nested stacks
                    """)
    void whatIsNotModelledIsRefusedByName(String type, String properties, String message) {
        String text =
                "{\"Resources\": {\"It\": {\"Type\": \"%s\", \"Properties\": %s}}}".formatted(full(type), properties);
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining(message);
    }

    private static String full(String type) {
        return switch (type) {
            case "AutoScalingGroup" -> "AWS::AutoScaling::" + type;
            case "Stack" -> "AWS::CloudFormation::" + type;
            default -> type.contains(":") ? type : "AWS::ElasticLoadBalancingV2::" + type;
        };
    }

    @Test
    void whatAnUnmodelledResourceSaysIsNotRead() {
        StackModel model = read("""
                {"Resources": {"Subnet": {"Type": "AWS::EC2::Subnet",
                  "Properties": {"CidrBlock": {"Fn::Cidr": ["10.0.0.0/16", 2, 8]}}}}}
                """);
        assertThat(model.noPart()).isEqualTo(Map.of("AWS::EC2::Subnet", 1));
    }

    @Test
    void waitingForSignalsIsRefused() {
        String text = """
                {"Resources": {"It": {"Type": "AWS::AutoScaling::AutoScalingGroup",
                  "CreationPolicy": {"ResourceSignal": {"Count": 2}}}}}
                """;
        assertThatThrownBy(() -> read(text)).hasMessageContaining("It").hasMessageContaining("signals");
    }
}
