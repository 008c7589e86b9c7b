package io.teal.release.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.release.Color;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeenTest {
    @ParameterizedTest
    @CsvSource({
        "CREATE_IN_PROGRESS, FORWARD",
        "UPDATE_IN_PROGRESS, FORWARD",
        "ROLLBACK_IN_PROGRESS, BACKWARD",
        "UPDATE_ROLLBACK_IN_PROGRESS, BACKWARD",
        "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS, CLEANUP",
        "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS, CLEANUP",
        "UPDATE_COMPLETE, IDLE",
        "UPDATE_ROLLBACK_COMPLETE, IDLE",
        "UPDATE_ROLLBACK_FAILED, IDLE",
        "CREATE_COMPLETE, IDLE",
        "DELETE_IN_PROGRESS, DELETE",
        "DELETE_FAILED, DELETE"
    })
    void aStatusHasADirection(String status, Direction direction) {
        assertThat(Direction.of(status)).isEqualTo(direction);
    }

    @Test
    void weightsAreReadAsTheyAreWritten() {
        for (int percent = 0; percent <= 100; percent++) {
            Weights weights = Weights.of(Color.GREEN, percent);
            assertThat(Weights.parse(weights.toString())).isEqualTo(weights);
            assertThat(weights.percent(Color.GREEN)).isEqualTo(percent);
        }
        assertThatThrownBy(() -> Weights.parse("100")).hasMessage("weights are written blue/green, got '100'");
        assertThatThrownBy(() -> new Weights(1000, 0)).hasMessageContaining("got 1000/0");
    }

    @Test
    void aShareIsNeverRoundedToNothing() {
        assertThat(new Weights(998, 1).percent(Color.GREEN)).isEqualTo(1);
        assertThat(new Weights(0, 0).percent(Color.GREEN)).isZero();
    }

    @Test
    void theWorstAlarmSpeaks() {
        assertThat(Gate.of(List.of(Gate.Alarm.OK, Gate.Alarm.ALARM, Gate.Alarm.UNREADABLE), 1, 0)
                        .alarms())
                .isEqualTo(Gate.Alarm.ALARM);
        assertThat(Gate.of(List.of(), 1, 0).alarms()).isEqualTo(Gate.Alarm.OK);
    }
}
