package io.teal.operate.next;

import io.teal.operate.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The release files of a project: {@code releases/<environment>/<service>.properties}.
 *
 * @param folder the folder that holds {@code releases}
 */
public record ReleaseFiles(Path folder) {
    private static final String SUFFIX = ".properties";
    private static final String DEFAULT = "default";
    private static final int SHOWN = 4;

    /** The files in the nearest folder at or above {@code start} that holds {@code releases}. */
    public static ReleaseFiles near(Path start) {
        for (Path at = start.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("releases"))) {
                return new ReleaseFiles(at);
            }
        }
        return new ReleaseFiles(start.toAbsolutePath().normalize());
    }

    /** The files, sorted by name. */
    public List<Path> all() throws IOException {
        Path releases = folder.resolve("releases");
        if (!Files.isDirectory(releases)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(releases, 2)) {
            return files.filter(file -> file.getNameCount() == releases.getNameCount() + 2)
                    .filter(file -> file.toString().endsWith(SUFFIX))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }

    /**
     * The only file.
     *
     * @throws RefusedException if there is none, or more than one
     */
    public Path only() throws IOException {
        List<Path> all = all();
        if (all.isEmpty()) {
            throw new RefusedException(
                    "no release file below " + folder.resolve("releases"),
                    "name it, as in teal next 2.0.0 path/to/web.properties, or write releases/default/web.properties");
        }
        if (all.size() > 1) {
            String names = all.stream().limit(SHOWN).map(this::shown).collect(Collectors.joining(", "));
            String more = all.size() > SHOWN ? " and " + (all.size() - SHOWN) + " more" : "";
            throw new RefusedException("there are several release files: " + names + more, "name one");
        }
        return all.get(0);
    }

    /**
     * The prefix of the flags for the service of {@code file}: nothing if it is the only service, {@code orders.}, or
     * {@code prod/orders.}.
     */
    public String scope(Path file) throws IOException {
        Path absolute = file.toAbsolutePath().normalize();
        if (!all().contains(absolute)
                || all().size() == 1 && environment(absolute).equals(DEFAULT)) {
            return "";
        }
        String name = absolute.getFileName().toString();
        String service = name.substring(0, name.length() - SUFFIX.length()) + ".";
        return environment(absolute).equals(DEFAULT) ? service : environment(absolute) + "/" + service;
    }

    private static String environment(Path file) {
        return file.getParent().getFileName().toString();
    }

    private String shown(Path file) {
        return folder.relativize(file).toString();
    }
}
