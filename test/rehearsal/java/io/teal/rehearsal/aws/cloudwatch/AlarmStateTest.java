package io.teal.rehearsal.aws.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.rehearsal.aws.cloudwatch.AlarmModel.Comparison;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlarmStateTest {
    /** {@code X} is a period that breaches, {@code 0} one that does not, {@code -} one without data. */
    @ParameterizedTest
    @CsvSource({
        "000, OK,                OK,    OK,    OK",
        "0X0, OK,                OK,    OK,    OK",
        "0XX, ALARM,             ALARM, ALARM, ALARM",
        "---, INSUFFICIENT_DATA, kept,  ALARM, OK",
        "--0, OK,                OK,    ALARM, OK",
        "--X, ALARM,             kept,  ALARM, OK",
        "-0X, OK,                OK,    ALARM, OK",
        "-XX, ALARM,             ALARM, ALARM, ALARM",
    })
    void twoOfThreePeriodsDecide(String periods, String missing, String ignore, String breaching, String notBreaching) {
        assertThat(verdict("missing", periods)).isEqualTo(missing);
        assertThat(verdict("ignore", periods)).isEqualTo(ignore);
        assertThat(verdict("breaching", periods)).isEqualTo(breaching);
        assertThat(verdict("notBreaching", periods)).isEqualTo(notBreaching);
    }

    /** Both states before give the same, or the alarm keeps its own. */
    private static String verdict(String missing, String periods) {
        String afterOk =
                AlarmState.of(alarm(missing), values(periods), AlarmState.OK).name();
        String afterAlarm =
                AlarmState.of(alarm(missing), values(periods), AlarmState.ALARM).name();
        return afterOk.equals(afterAlarm) ? afterOk : "kept";
    }

    private static List<Double> values(String periods) {
        return periods.replace("-", "")
                .chars()
                .mapToObj(period -> period == 'X' ? 2.0 : 1.0)
                .toList();
    }

    private static AlarmModel alarm(String missing) {
        AlarmModel.Value value =
                new AlarmModel.Value(Map.of("m", new AlarmModel.Metric("RequestCount", "Sum", "A")), Map.of(), "m");
        return new AlarmModel(
                "A",
                "",
                value,
                Comparison.GREATER_THAN_THRESHOLD,
                1,
                Duration.ofMinutes(1),
                new AlarmModel.Window(3, 2, missing));
    }
}
