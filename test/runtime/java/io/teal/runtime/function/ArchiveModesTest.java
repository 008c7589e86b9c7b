package io.teal.runtime.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Lambda reads the archive as another user than the one who built it; a strict umask must not reach it. */
class ArchiveModesTest {
    private static final Path ARCHIVE = Path.of("lib-constructs/runtime/target/function/teal-function.zip");

    @Test
    void everyFileOfTheArchiveIsReadableByAll() throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(ARCHIVE, Map.of("enablePosixFileAttributes", true));
                Stream<Path> paths = Files.walk(zip.getPath("/io"))) {
            List<Path> files = paths.filter(Files::isRegularFile).toList();

            assertThat(files)
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-r--r--"));
        }
    }
}
