package io.teal.release.cutover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.release.InvalidValueException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** C14: a night is known by its schedule's cron expression. */
class NightTest {
    private static final Duration HOUR = Duration.ofHours(1);

    /** 2026-11-27 is a Friday. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 20 * * *           | UTC           | 2026-11-27T19:30:00Z | 2026-11-27T20:00:00Z",
                "0 20 * * *           | UTC           | 2026-11-27T20:00:59Z | 2026-11-27T20:00:00Z",
                "0 20 * * *           | UTC           | 2026-11-27T20:01:00Z |",
                "0 20 * * *           | UTC           | 2026-11-27T19:00:00Z |",
                "0 20 * * *           | Europe/Berlin | 2026-11-27T18:30:00Z | 2026-11-27T19:00:00Z",
                "0 20 * * *           | Europe/Berlin | 2026-07-27T17:30:00Z | 2026-07-27T18:00:00Z",
                "0 20 * * MON-FRI     | UTC           | 2026-11-27T19:30:00Z | 2026-11-27T20:00:00Z",
                "0 20 * * MON-FRI     | UTC           | 2026-11-28T19:30:00Z |",
                "0 20 * * 0           | UTC           | 2026-11-29T19:30:00Z | 2026-11-29T20:00:00Z",
                "0 20 * * 7           | UTC           | 2026-11-29T19:30:00Z | 2026-11-29T20:00:00Z",
                "0 20 * * 6           | UTC           | 2026-11-29T19:30:00Z |",
                "*/20 20 * * *        | UTC           | 2026-11-27T20:01:00Z | 2026-11-27T20:20:00Z",
                "5/30 20 * * *        | UTC           | 2026-11-27T20:06:00Z | 2026-11-27T20:35:00Z",
                "0,45 20-21 * * *     | UTC           | 2026-11-27T20:01:00Z | 2026-11-27T20:45:00Z",
                "0 20 * nov,12 *      | UTC           | 2026-11-27T19:30:00Z | 2026-11-27T20:00:00Z",
                "0 20 * JAN-OCT *     | UTC           | 2026-11-27T19:30:00Z |",
                "0 20 1 * FRI         | UTC           | 2026-11-27T19:30:00Z | 2026-11-27T20:00:00Z",
                "0 20 27 * MON        | UTC           | 2026-11-27T19:30:00Z | 2026-11-27T20:00:00Z",
                "0 20 26 * *          | UTC           | 2026-11-27T19:30:00Z |",
                "0 0 28 11 *          | UTC           | 2026-11-27T23:30:00Z | 2026-11-28T00:00:00Z",
            })
    void theNextTimeWithinAnHourIsFound(String cron, String zone, Instant now, Instant night) {
        assertThat(new Night("Night", cron, zone).within(now, HOUR).orElse(null))
                .isEqualTo(night);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0 20 * *",
                "0 20 * * * *",
                "60 20 * * *",
                "0 24 * * *",
                "0 20 0 * *",
                "0 20 32 * *",
                "0 20 * 13 *",
                "0 20 * 0 *",
                "0 20 * * 8",
                "0 20 * * FRI-MON",
                "0 20 L * *",
                "0 20 ? * *",
                "*/0 20 * * *",
                "0 20 * * ",
                "1,, 20 * * *",
                "-1 20 * * *",
                "${Token[TOKEN.1]}"
            })
    void timesThatCannotBeKnownAreRefused(String cron) {
        assertThatThrownBy(() -> new Night("Night", cron, "UTC"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(
                        "schedule Night takes all hosts away, and its times must be known: cannot read '" + cron + "'");
    }

    @Test
    void aTimeZoneThatNobodyKnowsIsRefused() {
        assertThatThrownBy(() -> new Night("Night", "0 20 * * *", "Europe/Atlantis"))
                .hasMessage("schedule Night: unknown time zone 'Europe/Atlantis'");
    }

    @Test
    void whatIsWrittenIsRead() {
        for (Night night :
                List.of(new Night("A", "0 20 * * 1-5", "Europe/Berlin"), new Night("B2", "*/5 0 1,15 JAN *", "UTC"))) {
            assertThat(Night.parse(night.text())).isEqualTo(night);
        }
        assertThatThrownBy(() -> Night.parse("A 0 20 * * *")).isInstanceOf(IllegalArgumentException.class);
    }
}
