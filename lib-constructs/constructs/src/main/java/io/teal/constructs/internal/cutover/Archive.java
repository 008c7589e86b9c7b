package io.teal.constructs.internal.cutover;

import io.teal.release.InvalidValueException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What this library carries for the function: its code, and the definition of the machine that calls it. */
final class Archive {
    private static final String CODE = "teal-function.zip";
    private static final String MACHINE = "machine.asl.json";

    private Archive() {}

    /** A file with the code, named by its content: the CDK takes assets from files. */
    static synchronized Path code() {
        byte[] code = read(CODE);
        Path file = Path.of(System.getProperty("java.io.tmpdir"), "teal-function-" + hash(code) + ".zip");
        try {
            if (!Files.exists(file)) {
                // Moved into place whole: another synthesis may be looking for it.
                Path part = Files.createTempFile("teal-function-", ".part");
                Files.write(part, code);
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the function's code to " + file, e);
        }
        return file;
    }

    static String machine() {
        return new String(read(MACHINE), StandardCharsets.UTF_8);
    }

    private static byte[] read(String name) {
        try (InputStream resource = Archive.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new InvalidValueException(
                        "the library's jar lacks " + name, "build teal-runtime before teal-constructs");
            }
            return resource.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))
                    .substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
