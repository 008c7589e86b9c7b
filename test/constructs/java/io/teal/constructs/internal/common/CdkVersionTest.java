package io.teal.constructs.internal.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.release.InvalidValueException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** An app with an old aws-cdk-lib is told so in one line; the versions that work are tried by etc/cdk-versions. */
class CdkVersionTest {
    @Test
    void anAppWhoseCdkLacksWhatTealNeedsIsRefusedWithOneLineAndAHint() {
        assertThatThrownBy(() -> CdkVersion.requireIn(new ClassLoader(null) {}))
                .isInstanceOfSatisfying(InvalidValueException.class, refused -> {
                    assertThat(refused)
                            .hasMessage(
                                    "this app's aws-cdk-lib is older than 2.172.0, the oldest that Teal works with");
                    assertThat(refused.hint())
                            .isEqualTo("set software.amazon.awscdk:aws-cdk-lib to 2.172.0 or newer in your pom.xml");
                });
    }

    @Test
    void thePinnedOneIsNewEnough() {
        assertThatCode(CdkVersion::require).doesNotThrowAnyException();
    }

    @Test
    void theOldestIsTheOneThatTheScriptTries() throws IOException {
        assertThat(Files.readString(Path.of("etc/cdk-versions")))
                .contains("OLDEST, NEWEST = \"" + CdkVersion.OLDEST + "\"");
    }
}
