package io.teal.constructs.internal.cutover;

import io.teal.constructs.internal.common.PrivateFolder;
import io.teal.release.InvalidValueException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the library's jar contains: the function's code, and the definitions of the machines. */
final class Archive {
    private static final String CODE = "teal-function.zip";
    private static final String HASH = "teal-function.zip.sha256";
    private static final String MACHINE = "machine.asl.json";
    private static final String TURN_BACK = "turn-back.asl.json";

    private static Path file;

    private Archive() {}

    /** A file with the code, because the CDK takes assets from files: written once in a JVM, to a private folder. */
    static synchronized Path code() {
        if (file == null || !Files.exists(file)) {
            Path target = PrivateFolder.create("function").resolve(CODE);
            try (InputStream code = open(CODE)) {
                Files.copy(code, target);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write the function's code to " + target, e);
            }
            file = target;
        }
        return file;
    }

    /** The SHA-256 of the code, as the build wrote it. */
    static String hash() {
        return read(HASH).strip();
    }

    /** Of the machine that calls the function. */
    static String machine() {
        return read(MACHINE);
    }

    /** Of the machine that ends a rolling release. */
    static String turnBack() {
        return read(TURN_BACK);
    }

    private static String read(String name) {
        try (InputStream resource = open(name)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    private static InputStream open(String name) {
        InputStream resource = Archive.class.getResourceAsStream(name);
        if (resource == null) {
            throw new InvalidValueException(
                    "the library's jar lacks " + name, "build teal-runtime before teal-constructs");
        }
        return resource;
    }
}
