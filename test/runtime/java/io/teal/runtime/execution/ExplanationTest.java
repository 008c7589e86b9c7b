package io.teal.runtime.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.release.Color;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    private final FakeAws aws = new FakeAws();

    private String explained() {
        return new Explanation(aws, Orders.properties(Orders.release(Color.BLUE, "1.0.0", "2.0.0")))
                .of(Color.GREEN, "it went wrong");
    }

    @Test
    void alarmsThatSpeakOfTheColourAreNamedIfTheySpeak() {
        aws.alarms.put("shared", "ALARM");
        assertThat(explained()).startsWith("it went wrong; in ALARM: shared; ");
    }

    @Test
    void alarmsThatAreSilentAreNotNamed() {
        aws.alarms.put("shared", "OK");
        assertThat(explained()).startsWith("it went wrong; green's targets: ");
    }
}
