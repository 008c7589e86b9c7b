package io.teal.rehearsal.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.teal.rehearsal.BadInputException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateReaderTest {
    private static final String AROUND = """
            {"Parameters": {"Stage": {"Type": "String", "Default": "prod"}, "VpcId": {"Type": "AWS::EC2::VPC::Id"},
                            "Zones": {"Type": "CommaDelimitedList", "Default": "a, b"}},
             "Mappings": {"Size": {"prod": {"min": "3"}}, "Image": {"us-east-1": {"ami": "ami-1"}}},
             "Conditions": {"IsProd": {"Fn::Equals": [{"Ref": "Stage"}, "prod"]},
                            "IsTest": {"Fn::Not": [{"Condition": "IsProd"}]}},
             "Resources": {"Other": {"Type": "T"}, "Absent": {"Type": "T", "Condition": "IsTest"},
                           "It": {"Type": "T", "Properties": {"Value": %s}}}}
            """;

    private static Template template(String value) {
        return new TemplateReader(Map.of()).parse(AROUND.formatted(value), "a.json");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    {"Ref": "Stage"}                                      | "prod"
                    {"Ref": "VpcId"}                                      | "parameter:VpcId"
                    {"Ref": "Other"}                                      | "ref:Other"
                    {"Ref": "AWS::Partition"}                             | "aws"
                    {"Fn::GetAtt": ["Other", "A.B"]}                      | "attribute:Other.A.B"
                    {"Fn::GetAtt": "Other.A"}                             | "attribute:Other.A"
                    {"Fn::Join": ["-", ["a", {"Ref": "Stage"}]]}          | "a-prod"
                    {"Fn::Sub": "${Stage}/${Other.Arn}/${!kept}"}         | "prod/attribute:Other.Arn/${kept}"
                    {"Fn::Sub": ["${x}", {"x": {"Ref": "Stage"}}]}        | "prod"
                    {"Fn::Select": ["1", {"Ref": "Zones"}]}               | "b"
                    {"Fn::Select": [0, {"Fn::GetAZs": ""}]}               | "local-a"
                    {"Fn::Select": [1, {"Fn::Split": [".", "a.b"]}]}      | "b"
                    {"Fn::If": ["IsProd", 4, 1]}                          | 4
                    {"Fn::If": ["IsTest", 4, {"Ref": "AWS::NoValue"}]}    | ~~
                    {"Fn::FindInMap": ["Size", {"Ref": "Stage"}, "min"]}  | "3"
                    {"Fn::Base64": "text"}                                | "text"
                    {"Fn::ImportValue": "net"}                            | "import:net"
                    {"Fn::GetStackOutput": [1]}                           | "Fn::GetStackOutput:[1]"
                    {"Fn::FindInMap": ["Image", {"Ref": "AWS::Region"}, "ami"]} | "ami-1"
                    [1, {"Ref": "AWS::NoValue"}, 2]                       | [1,2]
                    """)
    void functionsAreReplacedByTheirValues(String written, String resolved) {
        Template template = template(written);
        assertThat(template.resolved(template.resources().get("It"), "Properties")
                        .path("Value")
                        .toString())
                .isEqualTo(resolved);
    }

    @Test
    void aResourceWhoseConditionDoesNotHoldIsAbsent() {
        assertThat(template("1").resources()).containsOnlyKeys("It", "Other");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"Ref": "Other"}
                    {"Fn::GetAtt": "Other.Arn"}
                    {"Fn::Sub": "x ${Other.Arn}"}
                    {"deep": [{"Fn::Sub": ["${y}", {"y": {"Ref": "Other"}}]}]}
                    """)
    void whatAResourceNamesItWaitsFor(String written) {
        assertThat(template(written).resources().get("It").dependsOn()).containsExactly("Other");
    }

    @Test
    void dependsOnIsReadAsTextAndAsList() {
        String text =
                "{\"Resources\": {\"A\": {}, \"B\": {\"DependsOn\": \"A\"}, \"C\": {\"DependsOn\": [\"A\", \"B\"]}}}";
        Template template = new TemplateReader(Map.of()).parse(text, "a.json");
        assertThat(template.resources().get("B").dependsOn()).containsExactly("A");
        assertThat(template.resources().get("C").dependsOn()).containsExactlyInAnyOrder("A", "B");
    }

    @Test
    void aGivenParameterReplacesTheDefault() {
        Template template = new TemplateReader(Map.of("Stage", "test")).parse(AROUND.formatted("1"), "a.json");
        assertThat(template.resources()).containsKey("Absent");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    AWSTemplateFormatVersion: x               | has no Resources
                    [1, 2]                                    | has no Resources
                    Resources: [                              | is not YAML: line 1
                    {A: 1                                     | is not JSON: line 1
                    {"Outputs": {}}                           | has no Resources
                    {"Transform": "m", "Resources": {"A": {}}} | uses the transform m
                    {"Transform": ["AWS::LanguageExtensions", {"Name": "AWS::Include"}], "Resources": {"A": {}}} | the transform AWS::Include
                    """)
    void aFileThatIsNoTemplateIsRefused(String text, String message) {
        assertThatThrownBy(() -> new TemplateReader(Map.of()).parse(text, "a.json"))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("a.json")
                .hasMessageContaining(message);
    }

    @Test
    void anUnknownFunctionIsRefusedOnlyWhereItsValueIsNeeded() {
        Template template = template("{\"Fn::Cidr\": [\"10.0.0.0/16\", 2, 8]}");
        JsonNode properties = template.resolved(template.resources().get("It"), "Properties");
        assertThatThrownBy(() -> properties.path("Value").asText())
                .isInstanceOf(UnknownValueException.class)
                .hasMessageContaining("Fn::Cidr");
    }
}
