package io.teal.rehearsal.aws.codedeploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.teal.rehearsal.BadInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A revision's {@code appspec.yml} for servers. {@code permissions} and {@code runas} are ignored: all hosts of a
 * rehearsal run as one user.
 *
 * @param files the files to copy
 * @param hooks the scripts of each lifecycle event, in order
 */
record Appspec(List<Copied> files, Map<String, List<Script>> hooks) {
    /** The agent takes the first that is there. */
    private static final List<String> NAMES = List.of("appspec.yml", "appspec.yaml");

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final int LONGEST_SECONDS = 3600;

    /** Paths inside the bundle that need no shell quoting. */
    private static final Pattern PATH = Pattern.compile("(?!.*\\.\\.)[A-Za-z0-9_./+-]+");

    Appspec {
        files = List.copyOf(files);
        hooks = Map.copyOf(hooks);
    }

    /**
     * A file or folder that is copied.
     *
     * @param source its path in the bundle
     * @param destination the folder on the host to copy it into
     */
    record Copied(String source, String destination) {}

    /**
     * A script.
     *
     * @param location its path in the bundle
     * @param timeout its timeout
     */
    record Script(String location, Duration timeout) {}

    /**
     * Reads the file of the bundle in {@code folder}.
     *
     * @throws BadInputException if it is missing or invalid
     */
    static Appspec read(Path folder) {
        Path file = find(folder);
        try {
            JsonNode root = YAML.readTree(file.toFile());
            if (!root.path("os").asText().equals("linux")) {
                throw refused(file, "os must be linux, got '" + root.path("os").asText() + "'", "write os: linux");
            }
            if (root.path("version").asDouble(-1) != 0) {
                throw refused(
                        file,
                        "version must be 0.0, got '" + root.path("version").asText() + "'",
                        "the agent takes no other; write version: 0.0");
            }
            List<Copied> files = files(file, root.path("files"));
            refuseTwoSources(file, folder, files);
            return new Appspec(files, hooks(file, folder, root.path("hooks")));
        } catch (IOException malformed) {
            throw refused(
                    file,
                    "not valid YAML: "
                            + malformed.getMessage().lines().findFirst().orElse(""),
                    "correct it");
        }
    }

    private static Path find(Path folder) {
        return NAMES.stream()
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> refused(
                        folder.resolve(NAMES.get(0)), "not found", "a revision is a folder with an " + NAMES.get(0)));
    }

    private static List<Copied> files(Path file, JsonNode list) {
        List<Copied> files = new ArrayList<>();
        list.forEach(one -> files.add(new Copied(
                path(file, one.path("source").asText().replaceFirst("^/", "./")),
                path(file, one.path("destination").asText()))));
        return files;
    }

    /** The agent takes one source for each file that it installs. */
    private static void refuseTwoSources(Path file, Path folder, List<Copied> files) throws IOException {
        Set<Path> installed = new HashSet<>();
        for (Copied one : files) {
            if (!Files.exists(folder.resolve(one.source()))) {
                throw refused(file, "source " + one.source() + " not found", "add it to the bundle");
            }
            for (Path destination : Copies.targets(one, folder).values()) {
                if (!installed.add(destination)) {
                    throw refused(file, "two sources are copied to " + destination, "leave one of them out");
                }
            }
        }
    }

    private static Map<String, List<Script>> hooks(Path file, Path folder, JsonNode map) {
        Map<String, List<Script>> hooks = new TreeMap<>();
        map.properties().forEach(event -> {
            if (!RevisionLifecycle.HOOKS.contains(event.getKey())) {
                throw refused(
                        file,
                        event.getKey() + " is not a hook for servers",
                        "the hooks are " + RevisionLifecycle.HOOKS);
            }
            List<Script> scripts = new ArrayList<>();
            event.getValue().forEach(one -> scripts.add(script(file, folder, one)));
            hooks.put(event.getKey(), scripts);
        });
        return hooks;
    }

    private static Script script(Path file, Path folder, JsonNode one) {
        String location = path(file, one.path("location").asText().replaceFirst("^/+", ""));
        if (!Files.isRegularFile(folder.resolve(location))) {
            throw refused(file, "script " + location + " not found", "add it to the bundle");
        }
        return new Script(location, Duration.ofSeconds(one.path("timeout").asInt(LONGEST_SECONDS)));
    }

    private static String path(Path file, String path) {
        if (!PATH.matcher(path).matches()) {
            throw refused(file, "'" + path + "' must be a path of letters, digits and _.+-/ without ..", "rename it");
        }
        return path;
    }

    private static BadInputException refused(Path file, String why, String hint) {
        return new BadInputException(file + ": " + why, hint);
    }
}
