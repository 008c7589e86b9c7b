package io.teal.rehearsal.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageExtensionsTest {
    private static final String PARAMETERS = """
            Transform: AWS::LanguageExtensions
            Parameters:
              Colors: {Type: CommaDelimitedList, Default: "blue,green"}
              Zones: {Type: CommaDelimitedList}
            Mappings: {Size: {a: {Hosts: 2}}}
            """;

    private static Template template(String resources) {
        return new TemplateReader(Map.of()).parse(PARAMETERS + "Resources:\n" + resources, "a.yaml");
    }

    private static JsonNode value(String written) {
        Template template = template("  It: {Type: T, Properties: {Value: " + written + "}}\n");
        return template.resolved(template.resources().get("It"), "Properties").path("Value");
    }

    @Test
    void aLoopMakesAResourceOfEachElement() {
        Template template = template("""
                  Fn::ForEach::Each:
                    - Color
                    - !Ref Colors
                    - Fleet${Color}:
                        Type: T
                        Properties:
                          Name: !Ref Color
                          Text: !Sub "${Color} of ${AWS::StackName}"
                          Other: {Ref: !Sub "Fleet${Color}"}
                          Fn::ForEach::Inner:
                            - Key
                            - [a-1]
                            - Field&{Key}: "${Key} ${Color}"
                """);
        assertThat(template.resources()).containsOnlyKeys("Fleetblue", "Fleetgreen");
        JsonNode green = template.resolved(template.resources().get("Fleetgreen"), "Properties");
        assertThat(green.path("Name").asText()).isEqualTo("green");
        assertThat(green.path("Other").asText()).isEqualTo("ref:Fleetgreen");
        assertThat(green.path("Fielda1").asText()).isEqualTo("a-1 green");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    {"Fn::Length": [1, 2, 3]}                                   | 3
                    {"Fn::Length": {"Ref": "Colors"}}                           | 2
                    {"Fn::ToJsonString": {"a": {"Ref": "Colors"}}}              | {"a":["blue","green"]}
                    {"Fn::FindInMap": [Size, a, Hosts, {DefaultValue: 1}]}      | 2
                    {"Fn::FindInMap": [Size, b, Hosts, {DefaultValue: 1}]}      | 1
                    """)
    void functionsOfTheTransformAreReplacedByTheirValues(String written, String value) {
        assertThat(value(written).asText()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    [Zone, !Ref Zones, {"Made${Zone}": {Type: T}}] | needs parameter Zones
                    [Zone, abc, {"Made${Zone}": {Type: T}}]        | must go through a list
                    [Zone, [a]]                                    | must be a name, a list and an object
                    """)
    void aLoopThatCannotBeExpandedIsRefused(String loop, String message) {
        assertThatThrownBy(() -> template("  Fn::ForEach::Each: " + loop + "\n"))
                .hasMessageContaining(message);
    }
}
