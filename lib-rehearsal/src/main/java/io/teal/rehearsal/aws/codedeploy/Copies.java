package io.teal.rehearsal.aws.codedeploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
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
            Path source = archive.resolve(one.source()).normalize();
            Path destination = root.resolve(one.destination().replaceFirst("^/+", ""));
            Path base = Files.isDirectory(source) ? source : source.getParent();
            for (Path file : regularFiles(source)) {
                Path target = destination.resolve(base.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
                copied.add(target);
            }
        }
        return copied;
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
