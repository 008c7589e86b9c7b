package io.teal.rehearsal.aws.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.rehearsal.BadInputException;
import io.teal.rehearsal.Remark;
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
                    ListenerRule     | {"ListenerArn": {"Ref": "It"}}  | is a rule of 'It', which is no listener
                    LoadBalancer     | {"Type": "gateway"}             | only application and network
                    Listener         | {"Protocol": "UDP"}             | Protocol UDP
                    Listener         | {"Protocol": "UDP"}             | Protocol UDP
                    TargetGroup      | {"TargetType": "lambda"}        | TargetType lambda
                    TargetGroup      | {"Protocol": "UDP"}             | Protocol UDP
                    TargetGroup      | {"HealthCheckProtocol": "TCP"}  | HealthCheckProtocol TCP
                    TargetGroup      | {"ProtocolVersion": "HTTP3"}    | ProtocolVersion HTTP3
                    TargetGroup      | {"Targets": [{"Id": "i-1"}]}    | Targets
                    TargetGroup      | {"Matcher": {"HttpCode": "ok"}} | Matcher
                    Listener         | {"DefaultActions": [{"Type": "authenticate-oidc"}]} | 0 actions beside authentication
                    Listener         | {"DefaultActions": [{"Type": "forward", "TargetGroupArn": "arn:x"}]} | 'arn:x'
                    AutoScalingGroup | {"MinSize": "many"}             | MinSize must be a number, got 'many'
                    """)
    void whatIsNotModelledIsRefusedByName(String type, String properties, String message) {
        String text = """
                {"Resources": {
                  "It": {"Type": "%s", "Properties": %s},
                  "Its": {"Type": "AWS::AutoScaling::AutoScalingGroup", "Properties": {"TargetGroupARNs": [{"Ref": "It"}]}}}}
                """.formatted(full(type), properties);
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aLifecycleHookOfItsOwnHoldsTheHostsOfItsGroup() {
        StackModel model = read("""
                {"Resources": {
                  "Hook": {"Type": "AWS::AutoScaling::LifecycleHook", "Properties": {"AutoScalingGroupName": {"Ref": "G"},
                    "LifecycleTransition": "autoscaling:EC2_INSTANCE_LAUNCHING", "HeartbeatTimeout": "90"}},
                  "Ends": {"Type": "AWS::AutoScaling::LifecycleHook", "Properties": {"AutoScalingGroupName": {"Ref": "G"},
                    "LifecycleTransition": "autoscaling:EC2_INSTANCE_TERMINATING"}},
                  "G": {"Type": "AWS::AutoScaling::AutoScalingGroup", "Properties": {"MinSize": "1"}},
                  "Other": {"Type": "AWS::AutoScaling::AutoScalingGroup", "Properties": {"MinSize": "1"}},
                  "Night": {"Type": "AWS::AutoScaling::ScheduledAction", "Properties": {"AutoScalingGroupName": {"Ref": "G"},
                    "MinSize": 0, "Recurrence": "whenever it is dark"}}}}
                """);
        assertThat(model.fleets().get("G").launches().holds()).hasSize(1);
        assertThat(model.fleets().get("Other").launches().holds()).isEmpty();
        assertThat(model.remarks())
                .anyMatch(remark -> remark.line().startsWith("not judged: what 'whenever it is dark' of Night"));
    }

    @Test
    void aTargetGroupThatCannotBePlayedAndIsOfNoFleetIsPlayedWithoutTargetsAndNamed() {
        StackModel model = read("""
                {"Resources": {"It": {
                  "Type": "AWS::ElasticLoadBalancingV2::TargetGroup", "Properties": {"TargetType": "lambda"}}}}
                """);
        assertThat(model.groups()).containsOnlyKeys("It");
        assertThat(model.remarks())
                .extracting(Remark::line)
                .first()
                .asString()
                .startsWith(
                        "simplified: the group (TargetType lambda is not modelled) of It is played as one without targets");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    LoadBalancer     | {"Type": "network"}             | simplified: load_balancing.cross_zone.enabled = false of It is played as true: each node sends to the targets of all zones, not only of its own
                    TargetGroup      | {"Protocol": "TCP", "TargetGroupAttributes": [{"Key": "proxy_protocol_v2.enabled", "Value": "true"}]} | simplified: proxy_protocol_v2.enabled = true of It is played as false
                    TargetGroup      | {"Protocol": "TCP", "TargetGroupAttributes": [{"Key": "stickiness.enabled", "Value": "true"}]} | simplified: stickiness.enabled = true of It is played as false
                    TargetGroup      | {"TargetGroupAttributes": [{"Key": "slow_start.duration_seconds", "Value": "30"}]} | simplified: slow_start.duration_seconds = 30 of It is played as 0
                    TargetGroup      | {"TargetGroupAttributes": [{"Key": "load_balancing.algorithm.type", "Value": "weighted_random"}]} | simplified: load_balancing.algorithm.type = weighted_random of It is played as round_robin
                    TargetGroup      | {"TargetGroupAttributes": [{"Key": "target_group_health.unhealthy_state_routing.minimum_healthy_targets.count", "Value": "2"}]} | simplified: target_group_health.unhealthy_state_routing.minimum_healthy_targets.count = 2 of It is played as 1
                    TargetGroup      | {"TargetGroupAttributes": [{"Key": "new.thing", "Value": "1"}]} | not judged: new.thing = 1 of It
                    LoadBalancer     | {"LoadBalancerAttributes": [{"Key": "new.thing", "Value": "1"}]} | not judged: new.thing = 1 of It
                    Custom::Thing    | {}                              | not judged: what the function behind It (Custom::Thing) does
                    Stack            | {}                              | not judged: what is in It, a nested stack
                    Listener         | {"DefaultActions": [{"Type": "redirect"}], "SslPolicy": "x", "Certificates": [{"CertificateArn": "arn:x"}]} | not judged: Certificates, SslPolicy of It: HTTPS is served as HTTP here, and TLS as TCP
                    Listener         | {"DefaultActions": [{"Type": "redirect"}], "ListenerAttributes": [{"Key": "a", "Value": "b"}]} | not judged: ListenerAttributes (headers of requests and answers) of It
                    TargetGroup      | {"NewThing": {"Deep": [1]}}     | not judged: NewThing.Deep of It: this version of Teal does not know what it does
                    TargetGroup      | {"HealthCheckEnabled": {"Ref": "AWS::Region"}} | not judged: HealthCheckEnabled of It: health checks are made
                    AutoScalingGroup | {"TargetGroupARNs": [{"Fn::ImportValue": "tg"}]} | not judged: registration in 'import:tg', which is no target group of this template, of It
                    AutoScalingGroup | {"TerminationPolicies": ["OldestInstance"]} | not judged: TerminationPolicies of It: which host ends first
                    """)
    void whatIsNotPlayedIsNamed(String type, String properties, String line) {
        String text =
                "{\"Resources\": {\"It\": {\"Type\": \"%s\", \"Properties\": %s}}}".formatted(full(type), properties);
        assertThat(read(text).remarks()).extracting(Remark::line).contains(line);
    }

    @Test
    void whatIsReadOrAsAwsHasItByDefaultIsNotNamed() {
        StackModel model = read("""
                {"Resources": {"G": {"Type": "AWS::ElasticLoadBalancingV2::TargetGroup", "DeletionPolicy": "Delete",
                  "Properties": {"HealthCheckEnabled": true, "Port": 80, "Tags": [{"Key": "a", "Value": "b"}]}},
                  "B": {"Type": "Custom::LogRetention"}}}
                """);
        assertThat(model.remarks()).isEmpty();
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
}
