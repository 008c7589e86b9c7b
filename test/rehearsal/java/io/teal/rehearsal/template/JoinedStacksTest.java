package io.teal.rehearsal.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.teal.rehearsal.BadInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several stacks as one template: names, values, order and conditions. */
class JoinedStacksTest {
    private static final String NESTING = """
            Parameters: {Size: {Type: Number, Default: 2}, Twice: {Type: String, Default: 'no'}}
            Conditions: {Both: !Equals [!Ref Twice, 'yes']}
            Resources:
              One:
                Type: AWS::CloudFormation::Stack
                DependsOn: First
                Properties:
                  TemplateURL: https://bucket/inner.yaml
                  Parameters: {Size: !Ref Size, Names: 'a,b', Subject: !Ref Topic}
              Two:
                Type: AWS::CloudFormation::Stack
                Condition: Both
                Properties: {TemplateURL: ./inner.yaml, Parameters: {Size: '9', Subject: !GetAtt One.Outputs.It}}
              First: {Type: T}
              Topic: {Type: T}
              User: {Type: T, Properties: {Text: !Sub '${One.Outputs.It} of ${First}'}}
            """;
    private static final String INNER = """
            Parameters:
              Size: {Type: Number}
              Subject: {Type: String}
              Names: {Type: CommaDelimitedList, Default: c}
            Conditions: {Big: !Equals [!Ref Size, '9']}
            Mappings: {M: {k: {v: mapped}}}
            Resources:
              It: {Type: T, Properties: {Size: !Ref Size, Names: !Ref Names, Map: !FindInMap [M, k, v], Of: !Ref Subject}}
              Only: {Type: T, Condition: Big}
            Outputs: {It: {Value: !Sub '${It}-out'}}
            """;

    @TempDir
    private Path folder;

    private Template read(Map<String, String> parameters) throws IOException {
        Files.writeString(folder.resolve("nesting.yaml"), NESTING);
        Files.writeString(folder.resolve("inner.yaml"), INNER);
        return new TemplateReader(parameters).read(folder.resolve("nesting.yaml"), "nesting.yaml");
    }

    private static JsonNode properties(Template template, String id) {
        return template.resolved(template.resources().get(id), "Properties");
    }

    @Test
    void resourcesOfANestedStackHaveItsNameAndTheValuesItIsGiven() throws IOException {
        Template template = read(Map.of());
        assertThat(template.resources()).containsOnlyKeys("First", "Topic", "User", "One_It");
        assertThat(properties(template, "One_It").toString())
                .isEqualTo("{\"Size\":\"2\",\"Names\":[\"a\",\"b\"],\"Map\":\"mapped\",\"Of\":\"ref:Topic\"}");
        assertThat(properties(template, "User").path("Text").asText()).isEqualTo("ref:One_It-out of ref:First");
    }

    @Test
    void aConditionOfANestedStackIsOneOfAllItsResources() throws IOException {
        Template template = read(Map.of("Twice", "yes"));
        assertThat(template.resources()).containsKeys("Two_It", "Two_Only").doesNotContainKey("One_Only");
        assertThat(properties(template, "Two_It").path("Of").asText()).isEqualTo("ref:One_It-out");
        assertThat(properties(template, "Two_It").path("Names").toString()).isEqualTo("[\"c\"]");
    }

    @Test
    void whoTakesAnOutputWaitsForTheWholeStackAndTheStackForWhatItIsGiven() throws IOException {
        Template template = read(Map.of("Twice", "yes"));
        assertThat(template.resources().get("One_It").dependsOn()).containsExactlyInAnyOrder("First", "Topic");
        assertThat(template.resources().get("User").dependsOn()).contains("One_It");
        assertThat(template.resources().get("Two_Only").dependsOn()).contains("One_It");
    }

    @Test
    void aStackOfSeveralHasItsOwnValuesAndItsName() throws IOException {
        Path file = Files.writeString(folder.resolve("a.yaml"), """
                Parameters: {Size: {Type: Number, MaxValue: 9}}
                Resources: {It: {Type: T, Properties: {Text: !Sub '${AWS::StackName} ${Size}', Other: !ImportValue x-y}}}
                Outputs: {Out: {Value: !Ref It, Export: {Name: !Sub '${AWS::StackName}-y'}}}
                """);
        List<StackFile> stacks =
                List.of(new StackFile("x", file, Map.of("Size", "1")), new StackFile("z", file, Map.of()));
        Template template = new TemplateReader(Map.of("z_Size", "2")).read(stacks);
        assertThat(properties(template, "x_It").path("Text").asText()).isEqualTo("x 1");
        assertThat(properties(template, "z_It").path("Text").asText()).isEqualTo("z 2");
        assertThat(properties(template, "z_It").path("Other").asText()).isEqualTo("ref:x_It");
        assertThat(template.parameters()).contains("Size", "z_Size");
        assertThatThrownBy(() -> new TemplateReader(Map.of("z_Size", "10")).read(stacks))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("MaxValue");
    }

    @Test
    void anOutputThatIsNotThereIsRefused() throws IOException {
        Files.writeString(folder.resolve("inner.yaml"), "Resources: {It: {Type: T}}");
        Files.writeString(folder.resolve("a.yaml"), """
                Resources:
                  One: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: inner.yaml}}
                  User: {Type: T, Properties: {Text: !GetAtt One.Outputs.It}}
                """);
        assertThatThrownBy(() -> new TemplateReader(Map.of()).read(folder.resolve("a.yaml"), "a.yaml"))
                .isInstanceOf(BadInputException.class)
                .hasMessage("the nested stack One has no output It");
    }
}
