package io.teal.constructs.internal.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFolderTest {
    @TempDir
    private Path temporary;

    @Test
    void twoFoldersOfOneNameAreTwo() {
        assertThat(PrivateFolder.create("revision")).isEmptyDirectory().isNotEqualTo(PrivateFolder.create("revision"));
    }

    @Test
    void nothingIsLeftWhenTheJvmHasEnded() throws Exception {
        List<String> java = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                Writer.class.getName());
        Process writer = new ProcessBuilder(java).inheritIO().start();
        assertThat(writer.waitFor()).isZero();
        try (Stream<Path> left = Files.list(temporary)) {
            assertThat(left).isEmpty();
        }
    }

    /** What the other JVM runs. */
    static final class Writer {
        private Writer() {}

        public static void main(String[] args) throws IOException {
            Path folder = Files.createDirectory(PrivateFolder.create("revision").resolve("scripts"));
            Files.writeString(folder.resolve("start.sh"), "true");
        }
    }
}
