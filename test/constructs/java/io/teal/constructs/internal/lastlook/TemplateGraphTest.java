package io.teal.constructs.internal.lastlook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TemplateGraphTest {

    static Stream<Map<String, Object>> arrows() {
        return Stream.of(
                Map.of("DependsOn", "A"),
                Map.of("DependsOn", List.of("C", "A")),
                property(Map.of("Ref", "A")),
                property(Map.of("Fn::GetAtt", List.of("A", "Arn"))),
                property(Map.of("Fn::GetAtt", "A.Arn")),
                property(Map.of("Fn::Sub", "arn:${A}/x")),
                property(Map.of("Fn::Sub", "arn:${A.Arn}/x")),
                property(Map.of("Fn::Sub", List.of("${Name}", Map.of("Name", Map.of("Ref", "A"))))),
                property(List.of(Map.of("Fn::Join", List.of("", List.of("x", Map.of("Ref", "A")))))));
    }

    static Stream<Map<String, Object>> noArrows() {
        return Stream.of(
                property("A"),
                property(Map.of("Ref", "AWS::Region")),
                property(Map.of("Fn::GetAtt", List.of("C", "A"))),
                property(Map.of("Fn::Sub", "${!A}")));
    }

    @ParameterizedTest
    @MethodSource("arrows")
    void whatCloudFormationReadsAsAnArrowIsOne(Map<String, Object> resource) {
        assertThat(graph(resource).waits("B", "A")).isTrue();
        assertThat(graph(resource).waits("A", "B")).isFalse();
    }

    @ParameterizedTest
    @MethodSource("noArrows")
    void nothingElseIs(Map<String, Object> resource) {
        assertThat(graph(resource).waits("B", "A")).isFalse();
    }

    @Test
    void arrowsMakeChains() {
        TemplateGraph graph = new TemplateGraph(
                Map.of("A", Map.of(), "B", Map.of("DependsOn", "A"), "C", Map.of("DependsOn", List.of("B"))));
        assertThat(graph.waits("C", "A")).isTrue();
        assertThat(graph.cycle()).isEmpty();
    }

    @Test
    void aResourceThatWaitsForItselfIsACycle() {
        assertThat(new TemplateGraph(Map.of("A", property(Map.of("Ref", "A")))).cycle())
                .contains("A");
        assertThat(new TemplateGraph(Map.of("A", Map.of("DependsOn", "B"), "B", Map.of("DependsOn", "A"))).cycle())
                .contains("A");
    }

    @Test
    void theWayRoundHasNothingThatOnlyWaitsForTheCycle() {
        assertThat(new TemplateGraph(Map.of(
                                "A", Map.of("DependsOn", "C"),
                                "B", Map.of("DependsOn", List.of("E", "D")),
                                "C", Map.of("DependsOn", "B"),
                                "D", Map.of("DependsOn", "C"),
                                "E", Map.of()))
                        .cycle())
                .containsExactly("B", "D", "C");
    }

    private static TemplateGraph graph(Map<String, Object> b) {
        return new TemplateGraph(Map.of("A", Map.of(), "B", b, "C", Map.of()));
    }

    private static Map<String, Object> property(Object value) {
        return Map.of("Properties", Map.of("Value", value));
    }
}
