package io.teal.rehearsal.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What {@code bin/teal rehearse --all} takes for a scenario that went as expected. */
class ScenarioResultTest {
    private static final ScenarioResult HELD = result(List.of());
    private static final ScenarioResult BROKEN = result(List.of("lost 0"));

    private static ScenarioResult result(List<String> broken) {
        return new ScenarioResult(Catalogue.named("none"), null, broken);
    }

    @Test
    void itHoldsAndItsControlDoesNot() {
        assertThat(HELD.asExpected(Optional.of(BROKEN))).isTrue();
        assertThat(HELD.asExpected(Optional.of(HELD))).isFalse();
        assertThat(BROKEN.asExpected(Optional.of(BROKEN))).isFalse();
    }

    @Test
    void withoutAControlItHolds() {
        assertThat(HELD.asExpected(Optional.empty())).isTrue();
        assertThat(BROKEN.asExpected(Optional.empty())).isFalse();
    }
}
