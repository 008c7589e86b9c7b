package io.teal.constructs.internal.common;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import software.constructs.Construct;

/**
 * Where Teal writes the files of CDK assets: a folder for this JVM with an unpredictable name, which only its user can
 * read or write. It is deleted when the JVM ends.
 */
public final class PrivateFolder {
    private static final String STAGING_IS_OFF = "aws:cdk:disable-asset-staging";

    private static Path root;

    private PrivateFolder() {}

    /**
     * A new, empty folder.
     *
     * @param name what its name begins with
     * @throws UncheckedIOException if the temporary folder cannot be written
     */
    public static synchronized Path create(String name) {
        try {
            if (root == null || !Files.isDirectory(root)) {
                root = Files.createTempDirectory("teal-");
                Path mine = root;
                Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(mine), "Delete " + mine));
            }
            return Files.createTempDirectory(root, name + "-");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to the temporary folder", e);
        }
    }

    /**
     * Has every asset below {@code scope} copied into the cloud assembly, also where staging is switched off: what the
     * assembly would name instead is deleted before the CLI reads it. Call it before {@code scope} has children.
     */
    public static void stageAssetsOf(Construct scope) {
        scope.getNode().setContext(STAGING_IS_OFF, false);
    }

    private static void delete(Path folder) {
        try (Stream<Path> found = Files.walk(folder)) {
            List<Path> all = found.sorted(Comparator.reverseOrder()).toList();
            for (Path path : all) {
                Files.delete(path);
            }
        } catch (IOException | UncheckedIOException e) {
            // The JVM is ending; what is left is this user's own, in the temporary folder.
        }
    }
}
