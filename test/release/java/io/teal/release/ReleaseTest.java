package io.teal.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReleaseTest {
    private static final Slot ONE = Slot.runs(Version.of("1.0.0"));
    private static final Slot TWO = Slot.runs(Version.of("2.0.0"));

    @ParameterizedTest
    @EnumSource
    void theFirstReleaseRunsOnOneColorOnly(Color active) {
        Release first = Release.first(active, Version.of("1.0.0"));
        assertThat(first.active()).isEqualTo(active);
        assertThat(first.slot(active)).isEqualTo(ONE);
        assertThat(first.slot(active.other())).isEqualTo(Slot.EMPTY);
        assertThat(first.weight(active)).isEqualTo(100);
        assertThat(first.weight(active.other())).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void weightsSumToHundredAtEveryPercent(Color active) {
        for (int percent = 0; percent <= 99; percent++) {
            Release release = new Release(active, ONE, TWO, percent);
            assertThat(release.weight(active.other())).isEqualTo(percent);
            assertThat(release.weight(Color.BLUE) + release.weight(Color.GREEN)).isEqualTo(100);
        }
    }

    @Test
    void anActiveColorWithoutVersionIsRefused() {
        for (Slot nothing : List.of(Slot.EMPTY, Slot.UNSAID)) {
            for (Slot other : List.of(Slot.EMPTY, Slot.UNSAID, TWO)) {
                assertThatExceptionOfType(InvalidValueException.class)
                        .isThrownBy(() -> new Release(Color.BLUE, nothing, other, 0))
                        .withMessage("the active colour blue needs a version");
                assertThatExceptionOfType(InvalidValueException.class)
                        .isThrownBy(() -> new Release(Color.GREEN, other, nothing, 0))
                        .withMessage("the active colour green needs a version");
            }
        }
    }

    @Test
    void aShareOfAColorWithoutVersionIsRefused() {
        for (Slot nothing : List.of(Slot.EMPTY, Slot.UNSAID)) {
            for (int percent = 1; percent <= 99; percent++) {
                int share = percent;
                assertThatExceptionOfType(InvalidValueException.class)
                        .isThrownBy(() -> new Release(Color.BLUE, ONE, nothing, share))
                        .withMessage("candidatePercent " + share + " needs a version on green");
                assertThatExceptionOfType(InvalidValueException.class)
                        .isThrownBy(() -> new Release(Color.GREEN, nothing, ONE, share))
                        .withMessage("candidatePercent " + share + " needs a version on blue");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 100, 101, Integer.MAX_VALUE})
    void aPercentThatIsNoShareIsRefused(int percent) {
        Release release = new Release(Color.BLUE, ONE, TWO, 0);
        String message = "candidatePercent must be from 0 to 99, got " + percent;
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> release.rest(percent))
                .withMessage(message)
                .satisfies(refused -> assertThat(refused.hint()).isEqualTo("to move all of it, promote"));
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new Release(Color.GREEN, ONE, TWO, percent))
                .withMessage(message)
                .satisfies(refused -> assertThat(refused.hint()).isEqualTo("to move all of it, promote"));
    }

    @Test
    void aMissingPartIsNamed() {
        assertThatNullPointerException()
                .isThrownBy(() -> new Release(null, ONE, TWO, 0))
                .withMessage("active");
        assertThatNullPointerException()
                .isThrownBy(() -> new Release(Color.BLUE, null, TWO, 0))
                .withMessage("blue");
        assertThatNullPointerException()
                .isThrownBy(() -> new Release(Color.BLUE, ONE, null, 0))
                .withMessage("green");
        assertThatNullPointerException()
                .isThrownBy(() -> Release.first(Color.BLUE, null))
                .withMessage("version");
    }
}
