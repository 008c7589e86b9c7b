package io.teal.release.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WordTest {
    private static final String RUN = "shift-8f2c";

    private static Optional<Word> said(Map<String, String> tags) {
        return Word.to(RUN, Word.in(tags));
    }

    @Test
    void eachTagSaysItsWordToTheRunThatItNames() {
        assertThat(said(Map.of("teal:approve", RUN))).contains(new Word(Word.Says.PROMOTE, ""));
        assertThat(said(Map.of("teal:abort", " " + RUN + "  the basket is empty ")))
                .contains(new Word(Word.Says.ABORT, "the basket is empty"));
        assertThat(said(Map.of("teal:version", RUN))).isEmpty();
    }

    @Test
    void aWordForAnotherRunIsNotHeard() {
        for (String other : List.of("shift-8f2", "shift-8f2c1", "x" + RUN, "", "promote " + RUN)) {
            assertThat(said(Map.of("teal:approve", other))).as(other).isEmpty();
        }
    }

    @Test
    void abortCountsWhereBothAreSaid() {
        assertThat(said(Map.of("teal:approve", RUN, "teal:abort", RUN))
                        .orElseThrow()
                        .aborts())
                .isTrue();
        assertThat(said(Map.of("teal:approve", RUN, "teal:abort", "shift-0"))
                        .orElseThrow()
                        .aborts())
                .isFalse();
    }
}
