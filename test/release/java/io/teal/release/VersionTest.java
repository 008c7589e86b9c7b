package io.teal.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionTest {

    @ParameterizedTest
    @ValueSource(strings = {"1", "v1", "1.0.0", "2.0.0-rc.1+build_7", "2024-05-17", "nones", "0_._+-"})
    void aNameOfAnArtifactIsAVersion(String value) {
        assertThat(Version.of(value)).hasToString(value);
    }

    @Test
    void sixtyFourCharactersAreAVersionAndSixtyFiveAreNot() {
        assertThat(Version.of("a".repeat(64)).value()).hasSize(64);
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> Version.of("a".repeat(65)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".1", "-1", "_1", "+1", "1 0", "1/0", "1:0", "1.0\n", "ä", "$(id)", "<version>"})
    void anythingElseIsRefusedWithWhatIsAllowed(String value) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> Version.of(value))
                .withMessage(
                        "a version has 1 to 64 characters of A-Z a-z 0-9 . _ + - and begins with a letter or digit,"
                                + " got '" + value + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "NONE"})
    void theWordThatRetiresIsNoVersion(String value) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> Version.of(value))
                .withMessage("a version cannot be called '" + value + "': none is what retires a colour");
    }

    @Test
    void aMissingValueIsNamed() {
        assertThatNullPointerException().isThrownBy(() -> Version.of(null)).withMessage("value");
    }
}
