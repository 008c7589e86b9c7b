package io.teal.rehearsal.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The revisions of the example that CodeDeploy installs, copied so that a case can add others.
 *
 * @param folder where they are, a folder for each version
 */
record Revisions(Path folder) {
    static final Path EXAMPLE = Path.of("examples/with-codedeploy/revisions");
    private static final String VERSION = "app/VERSION";

    static Revisions copied(Path folder) throws IOException {
        Revisions revisions = new Revisions(folder.resolve("revisions"));
        copy(EXAMPLE, revisions.folder());
        return revisions;
    }

    /** With {@code version}, which is the same as 2.0.0 but for its name. */
    Revisions with(String version) throws IOException {
        copy(folder.resolve("2.0.0"), folder.resolve(version));
        Files.writeString(folder.resolve(version).resolve(VERSION), version + "\n");
        return this;
    }

    private static void copy(Path from, Path into) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                Path target = into.resolve(from.relativize(path).toString());
                Files.createDirectories(target.getParent());
                Files.copy(path, target);
            }
        }
    }
}
