package io.teal.rehearsal.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.teal.rehearsal.Remark;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.error.YAMLException;

/** YAML as CloudFormation reads it. */
class YamlTreeTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    a: !Ref x                          | {"a":{"Ref":"x"}}
                    a: !Condition x                    | {"a":{"Condition":"x"}}
                    a: !GetAtt x.y.z                   | {"a":{"Fn::GetAtt":"x.y.z"}}
                    a: !GetAtt [x, y]                  | {"a":{"Fn::GetAtt":["x","y"]}}
                    a: !Sub ["${b}", {b: !Ref c}]      | {"a":{"Fn::Sub":["${b}",{"b":{"Ref":"c"}}]}}
                    a: !If [c, 1, !Ref "AWS::NoValue"] | {"a":{"Fn::If":["c",1,{"Ref":"AWS::NoValue"}]}}
                    a: !Select [0, !GetAZs ""]         | {"a":{"Fn::Select":[0,{"Fn::GetAZs":""}]}}
                    a: {Fn::Base64: !Sub "x"}          | {"a":{"Fn::Base64":{"Fn::Sub":"x"}}}
                    a: 2010-09-09                      | {"a":"2010-09-09"}
                    a: 08080                           | {"a":"08080"}
                    a: 1.50                            | {"a":"1.50"}
                    a: 12:30                           | {"a":"12:30"}
                    a: 123456789012                    | {"a":"123456789012"}
                    a: 8080                            | {"a":8080}
                    a: "8080"                          | {"a":"8080"}
                    a: yes                             | {"a":true}
                    a: False                           | {"a":false}
                    a: ~                               | {"a":null}
                    a: [x, {b: c}]                     | {"a":["x",{"b":"c"}]}
                    {a: &one {b: c}, d: *one}          | {"a":{"b":"c"},"d":{"b":"c"}}
                    """)
    void isJson(String yaml, String json) {
        assertThat(YamlTree.read(yaml, new ArrayList<>()).toString()).isEqualTo(json);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: &one [*one]", "{[x]: 1}", "a: [1, 2", "a: b: c"})
    void whatCannotBeReadIsAnError(String yaml) {
        assertThatThrownBy(() -> YamlTree.read(yaml, new ArrayList<>())).isInstanceOf(YAMLException.class);
    }

    @Test
    void ofAKeyThatIsThereTwiceTheLastCountsAndItIsNamed() {
        List<Remark> remarks = new ArrayList<>();
        assertThat(TemplateSyntax.read("a: 1\nb: 2\na: 3\n", "it.yaml", remarks)
                        .path("a")
                        .asInt())
                .isEqualTo(3);
        assertThat(remarks)
                .extracting(Remark::line)
                .containsExactly("danger: template it.yaml has a key twice, of which the last counts here: a, line 3");
    }

    @Test
    void ofAKeyThatIsTwiceInJsonTheLastCountsAndItIsNamedWithItsLine() {
        List<Remark> remarks = new ArrayList<>();
        String json = "{\"a\": {\"b\": 1},\n \"c\": [{\"b\": 2}, {\"b\": 3}],\n \"a\": {\"b\": 4, \"b\": 5}}";
        JsonNode read = TemplateSyntax.read(json, "it.json", remarks);
        assertThat(read.path("a").path("b").asInt()).isEqualTo(5);
        assertThat(remarks)
                .extracting(Remark::line)
                .containsExactly(
                        "danger: template it.json has a key twice, of which the last counts here: a, line 3",
                        "danger: template it.json has a key twice, of which the last counts here: b, line 3");
    }

    @Test
    void aByteOrderMarkIsNoPartOfATemplate() {
        String json = "\uFEFF{\"Resources\": {\"A\": {\"Type\": \"T\"}}}";
        assertThat(TemplateSyntax.read(json, "a.json", new ArrayList<>())
                        .path("Resources")
                        .has("A"))
                .isTrue();
        assertThat(TemplateSyntax.read("\uFEFFa: 1", "a.yaml", new ArrayList<>())
                        .path("a")
                        .asInt())
                .isEqualTo(1);
    }
}
