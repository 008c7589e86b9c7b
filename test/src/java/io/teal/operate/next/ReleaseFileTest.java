package io.teal.operate.next;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.operate.RefusedException;
import io.teal.release.ReleaseFormat;
import io.teal.release.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseFileTest {
    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("web.properties"), text);
    }

    private static ReleaseFile write(Path file, Transition move) throws IOException {
        ReleaseFile before = ReleaseFile.read(file);
        return before.write(move.from(before.request()));
    }

    @Test
    void remarksOrderAndSpellingStay() throws IOException {
        Path file = file("""
                # who to call: the orders team
                greenVersion=none
                  blueVersion = 1.0.0

                activeColour=blue
                """);
        write(file, new Transition.To(Version.of("2.0.0"), false));
        assertThat(file).content().isEqualTo("""
                # who to call: the orders team
                greenVersion=2.0.0
                  blueVersion = 1.0.0

                activeColour=green
                """);
    }

    @Test
    void theShortVersionIsRenamedWhenAnotherColourBecomesActive() throws IOException {
        Path file = file("activeColor=blue\nversion=1.0.0\ngreenVersion=2.0.0\n");
        write(file, new Transition.To(Version.of("2.0.0"), false));
        assertThat(file).content().isEqualTo("activeColor=green\nblueVersion=1.0.0\ngreenVersion=2.0.0\n");
    }

    @Test
    void linesThatAreNoLongerMeantGoAndNewOnesComeLast() throws IOException {
        Path file = file("activeColor=blue\ncandidatePercent=10\nversion=1\ngreenVersion=2\nallow=roll-back\n");
        write(file, new Transition.Rest(0));
        assertThat(file).content().isEqualTo("activeColor=blue\nversion=1\ngreenVersion=2\n");
        write(file, new Transition.Rest(25));
        assertThat(file).content().isEqualTo("activeColor=blue\nversion=1\ngreenVersion=2\ncandidatePercent=25\n");
    }

    @Test
    void lineEndsOfWindowsStay() throws IOException {
        Path file = file("activeColor=blue\r\nversion=1\r\ngreenVersion=2\r\n");
        write(file, new Transition.Retire());
        assertThat(file).content().isEqualTo("activeColor=blue\r\nversion=1\r\ngreenVersion=none\r\n");
    }

    @Test
    void aLinkStaysALinkAndPermissionsStay() throws IOException {
        Path file = file("activeColor=blue\nversion=1\ngreenVersion=2\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));
        Path link = Files.createSymbolicLink(folder.resolve("link.properties"), file);
        write(link, new Transition.Retire());
        assertThat(link).isSymbolicLink().content().contains("greenVersion=none");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-rw-r--");
        assertThat(folder).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void whatIsWrittenReadsAsTheReleaseThatWasMeant() throws IOException {
        Path file = file("version=1\nactiveColor=blue\nactiveColour=blue\ngreenVersion=none\nblueVersion=1\n");
        ReleaseFile after = write(file, new Transition.To(Version.of("2"), false));
        assertThat(ReleaseFormat.parseFile(Files.readString(file), "web.properties"))
                .isEqualTo(after.request());
        assertThat(after.text()).hasLineCount(3);
    }

    @Test
    void aFileThatIsNotThereIsRefusedWithWhatToWrite() {
        Path missing = folder.resolve("none.properties");
        assertThatThrownBy(() -> ReleaseFile.read(missing))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.hint()).contains("activeColor=blue"))
                .hasMessageContaining("none.properties");
    }
}
