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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a user's deploy uploads. */
class ArchiveTest {
    private static final Path ARCHIVE = Path.of("lib-constructs/runtime/target/function/teal-function.zip");
    private static final long MOST_BYTES = 18_000_000;

    private static FileSystem zip;
    private static List<Path> files;

    @BeforeAll
    static void open() throws IOException {
        zip = FileSystems.newFileSystem(ARCHIVE, Map.of("enablePosixFileAttributes", true));
        try (Stream<Path> paths = Files.walk(zip.getPath("/"))) {
            files = paths.filter(Files::isRegularFile).toList();
        }
    }

    @AfterAll
    static void close() throws IOException {
        zip.close();
    }

    @Test
    void itIsSmall() throws IOException {
        System.out.printf("teal-function.zip: %,d bytes, %d files%n", Files.size(ARCHIVE), files.size());
        assertThat(Files.size(ARCHIVE)).isLessThan(MOST_BYTES);
    }

    @Test
    void itHoldsTheHandlerTheEngineAndTheirLibraries() {
        assertThat(files)
                .map(Path::toString)
                .contains("/io/teal/runtime/function/Handler.class", "/io/teal/release/engine/Engine.class")
                .anyMatch(name -> name.matches("/lib/elasticloadbalancingv2-[0-9.]+\\.jar"))
                .allMatch(name -> name.matches("/io/teal/.*\\.class|/lib/[^/]*\\.jar"));
    }

    @Test
    void itHasNoClientAndNoHttpThatNothingUses() {
        assertThat(files)
                .map(file -> file.getFileName().toString())
                .noneMatch(name -> name.matches("(netty|apache-client|httpc|ec2|lambda-[0-9]|teal-).*"));
    }

    /** Else each build would be another asset, and a deploy of an unchanged stack would replace the function. */
    @Test
    void everyEntryHasTheSameTime() throws IOException {
        Object time = Files.getLastModifiedTime(files.get(0));
        assertThat(files)
                .allSatisfy(file -> assertThat(Files.getLastModifiedTime(file)).isEqualTo(time));
    }

    /** Lambda reads it as another user than the one who built it; a strict umask must not reach it. */
    @Test
    void everyFileIsReadableByAll() {
        assertThat(files)
                .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-r--r--"));
    }
}
