package io.teal.rehearsal.aws.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.rehearsal.BadInputException;
import io.teal.rehearsal.template.TemplateReader;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What decides whether hosts are replaced: wherever a group names it, and known on both sides. */
class UndecidedChangesTest {
    private static final String TEMPLATE = """
            {"Parameters": {"Image": {"Type": "String"}},
             "Resources": {
              "Config": {"Type": "AWS::AutoScaling::LaunchConfiguration", "Properties": {"ImageId": %1$s}},
              "Template": {"Type": "AWS::EC2::LaunchTemplate", "Properties": {"LaunchTemplateName": "web",
                "LaunchTemplateData": {"ImageId": %1$s, "KeyName": "k"}}},
              "Fleet": {"Type": "AWS::AutoScaling::AutoScalingGroup", "Properties": {"MinSize": 1, %2$s}}}}
            """;

    private static final String BY_CONFIGURATION = "\"LaunchConfigurationName\": {\"Ref\": \"Config\"}";
    private static final String NEWEST = "\"Version\": {\"Fn::GetAtt\": [\"Template\", \"LatestVersionNumber\"]}";
    private static final String BY_ID =
            "\"LaunchTemplate\": {\"LaunchTemplateId\": {\"Ref\": \"Template\"}, " + NEWEST + "}";
    private static final String BY_NAME = "\"LaunchTemplate\": {\"LaunchTemplateName\": \"web\", " + NEWEST + "}";
    private static final String MIXED =
            "\"MixedInstancesPolicy\": {\"LaunchTemplate\": {\"LaunchTemplateSpecification\":"
                    + " {\"LaunchTemplateId\": {\"Ref\": \"Template\"}, " + NEWEST + "}}}";
    private static final Map<String, String> WAYS =
            Map.of("configuration", BY_CONFIGURATION, "id", BY_ID, "name", BY_NAME, "mixed", MIXED);

    private static StackModel model(String image, String launch) {
        return StackReader.read(new TemplateReader(Map.of()).parse(TEMPLATE.formatted(image, launch), "a.json"));
    }

    @ParameterizedTest
    @CsvSource({"configuration", "id", "name", "mixed"})
    void anotherImageIsAnotherVersionAndAChangeWhereverTheGroupNamesIt(String way) {
        var one = model("\"ami-1\"", WAYS.get(way)).fleets().get("Fleet");
        var two = model("\"ami-2\"", WAYS.get(way)).fleets().get("Fleet");
        assertThat(two.launch()).isNotEqualTo(one.launch());
        assertThat(two.release()).isNotEqualTo(one.release());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    "VPCZoneIdentifier": ["a"]     | "VPCZoneIdentifier": ["b"]
                    "PlacementGroup": "a"          | "PlacementGroup": "b"
                    "InstanceId": "i-1"            | "InstanceId": "i-2"
                    """)
    void whatElseMakesCloudFormationReplaceHostsIsAChange(String before, String after) {
        String more = BY_ID + ", ";
        assertThat(model("\"ami-1\"", more + after).fleets().get("Fleet").launch())
                .isNotEqualTo(
                        model("\"ami-1\"", more + before).fleets().get("Fleet").launch());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    {"Ref": "Image"}                  | "ami-2"
                    "ami-1"                           | {"Ref": "Image"}
                    "{{resolve:ssm:/image:1}}"        | "{{resolve:ssm:/image:2}}"
                    {"Ref": "AWS::Region"}            | {"Ref": "Image"}
                    """)
    void aChangeBetweenUnknownValuesIsRefused(String before, String after) {
        assertThatThrownBy(() -> StackStandIn.check(model(before, BY_ID), model(after, BY_ID)))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("Fleet in a.json: the comparison with the release before needs");
    }

    @Test
    void unknownValuesThatAreTheSameOrBesideAKnownChangeAreNoMatter() {
        String unknown = "{\"Ref\": \"Image\"}";
        assertThatCode(() -> StackStandIn.check(model(unknown, BY_ID), model(unknown, BY_ID)))
                .doesNotThrowAnyException();
        String more = BY_ID + ", \"PlacementGroup\": ";
        assertThatCode(() -> StackStandIn.check(model(unknown, more + "\"a\""), model("\"ami-2\"", more + "\"b\"")))
                .doesNotThrowAnyException();
    }
}
