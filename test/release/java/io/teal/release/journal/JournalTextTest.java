package io.teal.release.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.release.observation.Weights;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JournalTextTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00.123Z");
    private static final Weights HOME = new Weights(100, 0);
    private static final Weights ON = new Weights(90, 10);

    private static List<Journal> journals() {
        Journal begun = Journal.begin(NOW);
        Journal adopted = begun.adopt(HOME, 3, NOW).advance(NOW);
        Journal writing = adopted.intend(HOME, ON);
        List<Journal> journals = new ArrayList<>(List.of(begun, adopted, writing, writing.confirm(ON, NOW)));
        Journal back = writing.turnBack("an alarm said \"no\", = and ; too", NOW);
        journals.add(back);
        journals.add(begun.mark(true).refuse("not allowed", NOW));
        journals.add(begun.mark(true).follow(Optional.of("d-1")).turnBack("failed", NOW));
        for (Outcome outcome : Outcome.values()) {
            journals.add(back.end(outcome, "because"));
        }
        return journals;
    }

    @Test
    void whatIsWrittenIsReadBack() {
        assertThat(journals())
                .allSatisfy(journal ->
                        assertThat(JournalText.read(JournalText.write(journal))).isEqualTo(journal));
    }

    @Test
    void namesItDoesNotKnowArePassedOver() {
        Map<String, String> map = new HashMap<>(JournalText.write(journals().get(2)));
        map.put("requestId", "another field of the payload");
        assertThat(JournalText.read(map)).isEqualTo(journals().get(2));
    }

    @Test
    void anotherSchemaIsRefused() {
        Map<String, String> map = new HashMap<>(JournalText.write(journals().get(0)));
        map.put("schema", "2");
        assertThatThrownBy(() -> JournalText.read(map))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("schema 1 is needed, got 2");
    }

    @Test
    void whatIsMissingOrMalformedIsNamed() {
        for (String name : List.of("goingBack", "step", "since", "floor", "why")) {
            Map<String, String> map = new HashMap<>(JournalText.write(journals().get(0)));
            map.remove(name);
            assertThatThrownBy(() -> JournalText.read(map))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(name);
        }
        Map<String, String> map = new HashMap<>(JournalText.write(journals().get(0)));
        map.put("goingBack", "perhaps");
        assertThatThrownBy(() -> JournalText.read(map)).hasMessageContaining("got 'perhaps'");
    }

    @Test
    void aRunOwnsWhereItWasAndKnowsWhatItWasWriting() {
        Journal back = journals().get(4);
        assertThat(back.owns(HOME)).isTrue();
        assertThat(back.owns(ON)).isFalse();
        assertThat(back.ownsOrStrayed(ON)).isTrue();
        assertThat(back.owns(new Weights(50, 50))).isFalse();
    }
}
