package io.teal.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Expected output kept in a file; {@code -Dgolden.update=true} rewrites it, and the change is reviewed as a diff. */
public final class Golden {
    private static final Path FOLDER = Path.of("test", "src", "resources");

    private Golden() {}

    /** Compares {@code actual} with the file called {@code name}. */
    public static void check(String name, String actual) {
        Path file = FOLDER.resolve(name);
        try {
            if (Boolean.getBoolean("golden.update")) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, actual);
            }
            assertThat(actual).as("%s; -Dgolden.update=true rewrites it", file).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("no " + file + "; -Dgolden.update=true writes it", e);
        }
    }
}
