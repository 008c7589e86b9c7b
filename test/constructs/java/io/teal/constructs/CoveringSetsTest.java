package io.teal.constructs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CoveringSetsTest {
    private static final List<String> NAMES =
            Stream.of("abcdefghijklmnopqrstuvwxyz".split("")).toList();

    private static final List<Set<String>> SETS =
            CoveringSets.of(NAMES, (first, second) -> !apart(first, second) && !apart(second, first));

    private static boolean apart(String first, String second) {
        return first.equals("c") && "aeiou".contains(second);
    }

    private static boolean someSet(String first, boolean has, String second, boolean hasSecond) {
        return SETS.stream().anyMatch(set -> set.contains(first) == has && set.contains(second) == hasSecond);
    }

    @Test
    void everyTwoNamesAreTogetherUnlessTheyMayNotAndOnceEachAloneAndOnceMissing() {
        for (String first : NAMES) {
            for (String second : NAMES.subList(NAMES.indexOf(first) + 1, NAMES.size())) {
                boolean may = !apart(first, second) && !apart(second, first);
                assertThat(someSet(first, true, second, true)).isEqualTo(may);
                assertThat(someSet(first, true, second, false)).isTrue();
                assertThat(someSet(first, false, second, true)).isTrue();
                assertThat(someSet(first, false, second, false)).isTrue();
            }
        }
    }

    @Test
    void aDozenSetsOrSoDoForThreeHundredPairs() {
        assertThat(SETS).hasSizeLessThan(16);
    }
}
