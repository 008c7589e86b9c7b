package io.teal.rehearsal.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The revisions of the example that CodeDeploy installs, copied so that a case can spoil them.
 *
 * @param folder where they are, a folder for each version
 */
record Revisions(Path folder) {
    private static final Path EXAMPLE = Path.of("examples/with-codedeploy/revisions");
    private static final String VERSION = "app/VERSION";
    private static final String LEDGER = ".ledger";

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

    /** With other text in a file of 2.0.0, for all of {@code text}. */
    Revisions spoiled(String file, String text, String by) throws IOException {
        Path spoiled = folder.resolve("2.0.0").resolve(file);
        String before = Files.readString(spoiled);
        if (!before.contains(text)) {
            throw new IllegalArgumentException(spoiled + " does not hold " + text);
        }
        Files.writeString(spoiled, before.replace(text, by));
        return this;
    }

    /** What the hosts of a run had installed in the end that had answered requests, a word for each, sorted. */
    static List<String> served(Path run) throws IOException {
        List<String> versions = new ArrayList<>();
        try (Stream<Path> files = Files.list(run)) {
            for (Path ledger : files.filter(Revisions::isLedger).toList()) {
                String host = ledger.getFileName().toString().replace(LEDGER, "");
                versions.add(Files.readString(run.resolve(host).resolve("opt/payments/VERSION"))
                        .trim());
            }
        }
        return versions.stream().sorted().toList();
    }

    private static boolean isLedger(Path file) {
        return file.toString().endsWith(LEDGER);
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
