package io.teal.rehearsal.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is not known is never compared as a text: it is decided without it, or refused with what to give. */
class UnknownValueTest {
    private static final String TEMPLATE = """
            {"Parameters": {"Stage": {"Type": "String"}, "Zones": {"Type": "List<AWS::EC2::AvailabilityZone::Name>"},
                            "Phase": {"Type": "AWS::SSM::Parameter::Value<String>", "Default": "/shop/phase"},
                            "Secret": {"Type": "String", "Default": "{{resolve:ssm:/shop/key}}"}},
             "Mappings": {"Same": {"us-east-1": {"Size": "2"}, "eu-west-1": {"Size": "2"}},
                          "Sizes": {"us-east-1": {"Size": "2"}, "eu-west-1": {"Size": "3"}}},
             "Conditions": {"Cond": %s, "Yes": {"Fn::Equals": ["a", "a"]}, "No": {"Fn::Equals": ["a", "b"]},
                            "Open": {"Fn::Equals": [{"Ref": "Stage"}, "prod"]}},
             "Resources": {"It": {"Type": "T", "Properties": {"Value": %s}}}}
            """;

    private static final String IN_TURN = "[\"x\", {\"Ref\": \"Stage\"}]";

    private static JsonNode value(String written, Map<String, String> given) {
        return resolved("{\"Fn::Equals\": [\"a\", \"a\"]}", written, given);
    }

    private static JsonNode resolved(String condition, String written, Map<String, String> given) {
        Template template = new TemplateReader(given).parse(TEMPLATE.formatted(condition, written), "a.json");
        return template.resolved(template.resources().get("It"), "Properties").path("Value");
    }

    static Stream<Consumer<JsonNode>> uses() {
        return Stream.of(
                JsonNode::asText,
                value -> value.asText("otherwise"),
                JsonNode::textValue,
                JsonNode::asInt,
                JsonNode::asLong,
                JsonNode::asDouble,
                JsonNode::asBoolean,
                value -> value.asBoolean(true),
                JsonNode::size,
                JsonNode::isEmpty,
                value -> value.path("Field"),
                value -> value.path(0),
                value -> value.get("Field"),
                value -> value.has("Field"),
                value -> value.at("/Field"),
                value -> value.forEach(each -> {}),
                JsonNode::properties,
                JsonNode::fieldNames,
                value -> value.findValue("Field"),
                value -> value.findValues("Field"));
    }

    @ParameterizedTest
    @MethodSource("uses")
    void whoeverUsesOneIsTold(Consumer<JsonNode> use) {
        JsonNode value = value("{\"Ref\": \"Stage\"}", Map.of());
        assertThatThrownBy(() -> use.accept(value))
                .isInstanceOf(UnknownValueException.class)
                .hasMessage("it needs parameter Stage, which has no value")
                .extracting(error -> ((UnknownValueException) error).hint())
                .isEqualTo("give it: --parameter Stage=...");
    }

    @Test
    void itEqualsTheSameExpressionAndNoOther() {
        JsonNode value = value("{\"Ref\": \"Stage\"}", Map.of());
        assertThat(value)
                .isEqualTo(value("{\"Ref\": \"Stage\"}", Map.of()))
                .isNotEqualTo(value("{\"Ref\": \"Zones\"}", Map.of()))
                .isNotEqualTo(value("\"parameter:Stage\"", Map.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    {"Ref": "Phase"}                                        | Systems Manager under /shop/phase
                    {"Ref": "Secret"}                                       | {{resolve:ssm:/shop/key}}
                    "{{resolve:secretsmanager:a:b}}x"                       | the value of {{resolve:secretsmanager:a:b}}
                    {"Ref": "AWS::Region"}                                  | AWS::Region, which depends on where the stack is
                    {"Fn::Sub": "a-${AWS::AccountId}"}                      | AWS::AccountId
                    {"Fn::Join": ["-", ["a", {"Ref": "Stage"}]]}            | parameter Stage
                    {"Fn::Join": ["-", {"Ref": "Zones"}]}                   | parameter Zones
                    {"Fn::Select": [0, {"Ref": "Zones"}]}                   | parameter Zones
                    {"Fn::Select": [0, {"Fn::Split": [".", {"Ref": "Stage"}]}]} | parameter Stage
                    {"Fn::Base64": {"Ref": "Stage"}}                        | parameter Stage
                    {"Fn::ImportValue": {"Fn::Sub": "${Stage}-vpc"}}        | Fn::ImportValue parameter:Stage-vpc
                    {"Fn::FindInMap": ["Sizes", {"Ref": "AWS::Region"}, "Size"]} | Fn::FindInMap Sizes needs AWS::Region
                    {"Fn::If": ["Open", 4, 1]}                              | condition Open needs parameter Stage
                    {"Fn::If": ["Open", 4, {"Ref": "AWS::NoValue"}]}        | condition Open needs parameter Stage
                    {"Ref": "AWS::NotificationARNs"}                        | AWS::NotificationARNs
                    {"Fn::Transform": {"Name": "m"}}                        | Fn::Transform, which is not modelled
                    """)
    void everyFunctionOfOneIsNotKnownEither(String written, String cause) {
        JsonNode value = value(written, Map.of());
        assertThatThrownBy(value::asText)
                .isInstanceOf(UnknownValueException.class)
                .hasMessageContaining(cause);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    {"Fn::FindInMap": ["Same", {"Ref": "AWS::Region"}, "Size"]}  | 2
                    {"Fn::If": ["Open", 4, 4]}                                   | 4
                    {"Fn::If": ["Cond", 4, 1]}                                   | 4
                    """)
    void whatIsTheSameWhateverItIsIsKnown(String written, String value) {
        assertThat(value(written, Map.of()).asText()).isEqualTo(value);
    }

    @Test
    void anOptionalValueIsNotTakenAsAbsentNorAsThere() {
        JsonNode value = value("{\"Fn::If\": [\"Open\", 4, {\"Ref\": \"AWS::NoValue\"}]}", Map.of());
        assertThatThrownBy(value::isMissingNode).isInstanceOf(UnknownValueException.class);
        assertThat(value("{\"Ref\": \"Stage\"}", Map.of()).isMissingNode()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    {"Fn::Equals": [{"Ref": "Stage"}, {"Ref": "Stage"}]}                        | yes
                    {"Fn::Or": [{"Condition": "Open"}, {"Condition": "Yes"}]}                    | yes
                    {"Fn::And": [{"Condition": "Open"}, {"Condition": "No"}]}                    | no
                    {"Fn::And": [{"Condition": "Open"}, {"Condition": "Yes"}]}                   | ~~
                    {"Fn::Or": [{"Condition": "No"}, {"Condition": "Open"}]}                     | ~~
                    {"Fn::Not": [{"Condition": "Open"}]}                                         | ~~
                    {"Fn::Equals": [{"Ref": "AWS::Region"}, "local"]}                            | ~~
                    {"Fn::Equals": [{"Ref": "AWS::AccountId"}, "000000000000"]}                  | ~~
                    {"Fn::Equals": [{"Ref": "Phase"}, "/shop/phase"]}                            | ~~
                    {"Fn::Equals": [{"Ref": "Stage"}, "parameter:Stage"]}                        | ~~
                    """)
    void conditionsAreDecidedByWhatIsKnownOnly(String condition, String value) {
        JsonNode chosen = resolved(condition, "{\"Fn::If\": [\"Cond\", \"yes\", \"no\"]}", Map.of());
        if (value.isEmpty()) {
            assertThat(chosen).isInstanceOf(UnknownValue.class);
        } else {
            assertThat(chosen.asText()).isEqualTo(value);
        }
    }

    @Test
    void pseudoParametersCanBeGiven() {
        Map<String, String> given = Map.of("AWS::Region", "cn-north-1", "AWS::AccountId", "123456789012");
        assertThat(value("{\"Fn::Sub\": \"${AWS::Partition} ${AWS::URLSuffix} ${AWS::AccountId}\"}", given)
                        .asText())
                .isEqualTo("aws-cn amazonaws.com.cn 123456789012");
        assertThat(value(
                                "{\"Fn::FindInMap\": [\"Sizes\", {\"Ref\": \"AWS::Region\"}, \"Size\"]}",
                                Map.of("AWS::Region", "eu-west-1"))
                        .asText())
                .isEqualTo("3");
    }

    @Test
    void whatIsOnlyWrittenOutKeepsTheTextThatStandsForIt() {
        assertThat(IntrinsicFunctions.plain(value(IN_TURN, Map.of()), text -> text))
                .isEqualTo(List.of("x", "parameter:Stage"));
    }
}
