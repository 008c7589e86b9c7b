package io.teal.rehearsal.aws.codedeploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Copies files of bundles as CodeDeploy's agent does. */
final class Copies {
    private Copies() {}

    /**
     * Copies {@code files} of {@code archive} below {@code root}; of a folder, its contents.
     *
     * @return the copied files
     */
    static List<Path> install(List<Appspec.Copied> files, Path archive, Path root) throws IOException {
        List<Path> copied = new ArrayList<>();
        for (Appspec.Copied one : files) {
            for (Map.Entry<Path, Path> file : targets(one, archive).entrySet()) {
                Path target = root.resolve(file.getValue());
                Files.createDirectories(target.getParent());
                Files.copy(
                        file.getKey(), target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
                copied.add(target);
            }
        }
        return copied;
    }

    /** Where each file that {@code one} copies from {@code archive} goes, below the host's root. */
    static SortedMap<Path, Path> targets(Appspec.Copied one, Path archive) throws IOException {
        Path source = archive.resolve(one.source()).normalize();
        Path destination = Path.of(one.destination().replaceFirst("^/+", ""));
        Path base = Files.isDirectory(source) ? source : source.getParent();
        SortedMap<Path, Path> targets = new TreeMap<>();
        for (Path file : regularFiles(source)) {
            targets.put(file, destination.resolve(base.relativize(file).toString()));
        }
        return targets;
    }

    static void delete(List<Path> files) throws IOException {
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }

    private static List<Path> regularFiles(Path source) throws IOException {
        try (Stream<Path> paths = Files.walk(source)) {
            return paths.filter(Files::isRegularFile).toList();
        }
    }
}
