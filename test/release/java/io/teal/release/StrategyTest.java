package io.teal.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrategyTest {

    @Test
    void everyStrategyReadsBackAsItself() {
        assertThat(Strategy.parse(new Strategy.AllAtOnce().toString())).isEqualTo(new Strategy.AllAtOnce());
        for (int percent = 1; percent <= 99; percent++) {
            for (long seconds : new long[] {1, 59, 60, 61, 90, 300, 3599, 3600, 3601, 86_399, 86_400}) {
                Strategy canary = new Strategy.Canary(percent, Duration.ofSeconds(seconds));
                Strategy linear = new Strategy.Linear(percent, Duration.ofSeconds(seconds));
                assertThat(Strategy.parse(canary.toString())).isEqualTo(canary);
                Strategy rollout = new Strategy.Rollout(percent, Duration.ofSeconds(seconds));
                assertThat(Strategy.parse(linear.toString())).isEqualTo(linear);
                assertThat(Strategy.parse(rollout.toString())).isEqualTo(rollout);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "canary:10%,5m   | canary:10%,5m",
                "canary:10%,300s | canary:10%,5m",
                "linear:25%,60m  | linear:25%,1h",
                "linear:05%,90s  | linear:5%,90s",
                "linear:1%,24h   | linear:1%,24h",
                "rollout:25%,60s | rollout:25%,1m"
            })
    void aStrategyIsWrittenInItsShortestForm(String text, String shortest) {
        assertThat(Strategy.parse(text)).hasToString(shortest);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "rolling",
                "in-place",
                "All-At-Once",
                "canary",
                "canary:10%",
                "canary:10,5m",
                "canary:10%,5",
                "canary:10%,0s",
                "canary:10%,25h",
                "canary:10%,99999h",
                "canary:10%,-5m",
                "canary:10%,5m ",
                "canary:0%,5m",
                "canary:100%,5m",
                "linear:25%",
                "linear:2.5%,5m",
                "linear:25%,5d",
                "rollout",
                "rollout:25%",
                "rollout:100%,5m"
            })
    void anythingElseIsRefusedWithWhatIsAllowed(String text) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> Strategy.parse(text))
                .withMessageStartingWith("a strategy is all-at-once, canary:10%,5m, linear:25%,5m or rollout:25%,5m"
                        + " (percent 1 to 99, time 1s to 24h), got ");
    }

    @ParameterizedTest
    @MethodSource
    void aHoldThatCannotBeWrittenIsRefused(Duration hold) {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> new Strategy.Canary(10, hold));
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> new Strategy.Linear(10, hold));
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> new Strategy.Rollout(10, hold));
    }

    @Test
    void onlyARolloutHasCapacityFollowTheTraffic() {
        assertThat(Strategy.parse("rollout:25%,5m").sharesCapacity()).isTrue();
        for (String other : new String[] {"all-at-once", "canary:25%,5m", "linear:25%,5m"}) {
            assertThat(Strategy.parse(other).sharesCapacity()).isFalse();
        }
    }

    static Stream<Duration> aHoldThatCannotBeWrittenIsRefused() {
        return Stream.of(
                Duration.ZERO,
                Duration.ofMillis(999),
                Duration.ofMillis(1500),
                Duration.ofSeconds(-1),
                Duration.ofDays(1).plusSeconds(1),
                Duration.ofSeconds(Long.MAX_VALUE));
    }
}
