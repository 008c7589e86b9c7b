package io.teal.rehearsal.aws.codedeploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.teal.rehearsal.BadInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a revision's {@code appspec.yml} says of a server. {@code permissions} and {@code runas} are passed over: all
 * hosts of a rehearsal are one user's.
 *
 * @param files what is copied where
 * @param hooks the scripts of each lifecycle event, in order
 */
record Appspec(List<Copied> files, Map<String, List<Script>> hooks) {
    private static final String NAME = "appspec.yml";
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final int LONGEST_SECONDS = 3600;

    /** Inside the bundle, and nothing a shell could misread. */
    private static final Pattern PATH = Pattern.compile("(?!.*\\.\\.)[A-Za-z0-9_./+-]+");

    private static final Set<String> EVENTS = Set.of(
            "BeforeBlockTraffic",
            "AfterBlockTraffic",
            "ApplicationStop",
            "BeforeInstall",
            "AfterInstall",
            "ApplicationStart",
            "ValidateService",
            "BeforeAllowTraffic",
            "AfterAllowTraffic");

    Appspec {
        files = List.copyOf(files);
        hooks = Map.copyOf(hooks);
    }

    /**
     * A file or folder that is copied.
     *
     * @param source its path in the bundle
     * @param destination the folder it is copied into, on the host
     */
    record Copied(String source, String destination) {}

    /**
     * A script.
     *
     * @param location its path in the bundle
     * @param timeout how long it may take
     */
    record Script(String location, Duration timeout) {}

    /**
     * Reads the file of the bundle in {@code folder}.
     *
     * @throws BadInputException if there is none, or it cannot be followed
     */
    static Appspec read(Path folder) {
        Path file = folder.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            throw refused(file, "it is not there", "a revision is a folder with an " + NAME);
        }
        try {
            JsonNode root = YAML.readTree(file.toFile());
            if (!root.path("os").asText().equals("linux")) {
                throw refused(file, "os must be linux, got '" + root.path("os").asText() + "'", "write os: linux");
            }
            return new Appspec(files(file, root.path("files")), hooks(file, folder, root.path("hooks")));
        } catch (IOException malformed) {
            throw refused(
                    file,
                    "it is no YAML: "
                            + malformed.getMessage().lines().findFirst().orElse(""),
                    "mend it");
        }
    }

    private static List<Copied> files(Path file, JsonNode list) {
        List<Copied> files = new ArrayList<>();
        list.forEach(one -> files.add(new Copied(
                path(file, one.path("source").asText().replaceFirst("^/", "./")),
                path(file, one.path("destination").asText()))));
        return files;
    }

    private static Map<String, List<Script>> hooks(Path file, Path folder, JsonNode map) {
        Map<String, List<Script>> hooks = new TreeMap<>();
        map.properties().forEach(event -> {
            if (!EVENTS.contains(event.getKey())) {
                throw refused(file, event.getKey() + " is no hook of a server", "they are " + EVENTS);
            }
            List<Script> scripts = new ArrayList<>();
            event.getValue().forEach(one -> scripts.add(script(file, folder, one)));
            hooks.put(event.getKey(), scripts);
        });
        return hooks;
    }

    private static Script script(Path file, Path folder, JsonNode one) {
        String location = path(file, one.path("location").asText());
        if (!Files.isRegularFile(folder.resolve(location))) {
            throw refused(file, "script " + location + " is not there", "put it into the bundle");
        }
        return new Script(location, Duration.ofSeconds(one.path("timeout").asInt(LONGEST_SECONDS)));
    }

    private static String path(Path file, String path) {
        if (!PATH.matcher(path).matches()) {
            throw refused(
                    file, "'" + path + "' is no path of letters, digits and _.+-/ that stays inside", "name another");
        }
        return path;
    }

    private static BadInputException refused(Path file, String why, String hint) {
        return new BadInputException(file + ": " + why, hint);
    }
}
