package io.teal.rehearsal.aws.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaTest {
    private static final Map<String, Double> METRICS = Map.of("two", 2.0, "zero", 0.0);

    /** Each metric was twice as much in the period before, and three times in the one before that. */
    private static double value(String text) {
        return Formula.parse(text).value((name, back) -> METRICS.getOrDefault(name, Double.NaN) * (back + 1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1 + 2 * 3                     | 7
                    (1 + 2) * 3                   | 9
                    10 - 4 - 3                    | 3
                    12 / two / 3                  | 2
                    100 * two / 8                 | 25
                    1 + 1 >= two                  | 1
                    two > 2                       | 0
                    two != zero                   | 1
                    FILL(none, 7)                 | 7
                    FILL(two, 7)                  | 2
                    IF(two >= 2, 5, none)         | 5
                    IF(two < 2, none, 6.5)        | 6.5
                    IF(FILL(none, 0) >= 1, 1, 0)  | 0
                    DIFF(two)                     | -2
                    1 - DIFF(two + two)           | 5
                    DIFF(DIFF(two))               | 0
                    """)
    void aFormulaHasAValue(String text, double expected) {
        assertThat(value(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "none",
                "none + 1",
                "none > 1",
                "IF(none, 1, 2)",
                "IF(none >= 1, 1, 0)",
                "IF(1, none, 2)",
                "1 / zero",
                "DIFF(none)"
            })
    void whatIsMadeOfNothingIsNothing(String text) {
        assertThat(value(text)).isNaN();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1 +",
                "(1",
                "1 2",
                "-1",
                "a && b",
                "MAX(a, b)",
                "FILL(a, REPEAT)",
                "IF(a, b)",
                "DIFF(a, b)",
                "'a'"
            })
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> Formula.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFormulaKnowsWhatItSpeaksOfAndIsEqualByItsText() {
        assertThat(Formula.parse("IF(FILL(a, 0) > 1, b, 0)").names()).containsExactlyInAnyOrder("a", "b");
        assertThat(Formula.parse("a + 1")).isEqualTo(Formula.parse("a + 1")).isNotEqualTo(Formula.parse("a + 2"));
    }
}
