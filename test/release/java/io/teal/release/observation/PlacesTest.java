package io.teal.release.observation;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.release.Color;
import io.teal.release.journal.Journal;
import io.teal.release.journal.JournalText;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Weights of a service of several ports, which for a while may have different ones. */
class PlacesTest {
    private static final Weights BLUE = new Weights(100, 0);
    private static final Weights GREEN = new Weights(0, 100);
    private static final Weights APART = Weights.of(List.of(BLUE, GREEN));
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void portsThatAgreeHaveOneValue() {
        assertThat(Weights.of(List.of(BLUE, BLUE))).isEqualTo(BLUE);
        assertThat(BLUE.even()).isTrue();
        assertThat(BLUE.each()).containsExactly(BLUE);
    }

    @Test
    void wherePortsDifferEachColourCountsWithTheMostThatItHasAnywhere() {
        assertThat(APART.of(Color.BLUE)).isEqualTo(100);
        assertThat(APART.of(Color.GREEN)).isEqualTo(100);
        assertThat(Weights.of(List.of(new Weights(90, 10), BLUE)).percent(Color.GREEN))
                .isEqualTo(10);
        assertThat(APART.percent(Color.BLUE)).isEqualTo(100);
    }

    /** Else a step would be done, or a deploy settled, that is not. */
    @Test
    void wherePortsDifferNoOneValueIsTheSame() {
        Weights halves = Weights.of(List.of(new Weights(50, 0), new Weights(0, 50)));
        assertThat(halves).isNotEqualTo(new Weights(50, 50));
        assertThat(APART).isNotEqualTo(Weights.of(List.of(GREEN, BLUE)));
    }

    @Test
    void theyAreReadAsTheyAreWritten() {
        assertThat(APART).hasToString("100/0 + 0/100");
        assertThat(Weights.parse(APART.toString())).isEqualTo(APART);
    }

    @Test
    void aColourIsGivenMoreIfItHasLessInSomePlace() {
        assertThat(BLUE.gives(Color.BLUE, APART)).isTrue();
        assertThat(BLUE.gives(Color.GREEN, APART)).isFalse();
        assertThat(APART.gives(Color.GREEN, BLUE)).isTrue();
    }

    @Test
    void aRunOwnsWhatItHasReadIsWritingOrWasWritingInEachPlace() {
        Journal writing = Journal.begin(NOW).adopt(BLUE, 2, NOW).intend(BLUE, GREEN);
        assertThat(writing.owns(APART)).isTrue();
        Weights anothers = Weights.of(List.of(GREEN, new Weights(60, 40)));
        assertThat(writing.owns(anothers)).isFalse();
        Journal back = writing.turnBack("an alarm", NOW);
        assertThat(back.owns(APART)).isFalse();
        assertThat(back.ownsOrStrayed(APART)).isTrue();
        assertThat(back.ownsOrStrayed(anothers)).isFalse();
    }

    @Test
    void aJournalRemembersThem() {
        Journal apart = Journal.begin(NOW).adopt(APART, 2, NOW);
        assertThat(JournalText.read(JournalText.write(apart))).isEqualTo(apart);
    }
}
