package io.teal.constructs.internal.codedeploy;

import io.teal.constructs.internal.common.PrivateFolder;
import io.teal.release.Color;
import io.teal.release.InvalidValueException;
import io.teal.release.Release;
import io.teal.release.Version;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The revision that CodeDeploy installs on hosts that both colours share: what each colour runs, and Teal's scripts
 * that install it. The same release settings always give the same files.
 *
 * @param release what each colour runs
 * @param bucket name of the bucket that versions are in
 * @param key a version's key, with {@code {version}} where the version goes
 * @param start shell commands that run a version
 * @param ports where each colour listens
 * @param healthPath the path of the health check
 */
public record RevisionBundle(
        Release release, String bucket, String key, List<String> start, Map<Color, Integer> ports, String healthPath) {
    private static final List<String> SCRIPTS = List.of("install.sh", "validate.sh");
    private static final List<String> FILES = List.of("appspec.yml", "teal@.service");
    private static final String MAY_RUN = "rwxr-xr-x";

    /** Writes the files to a new folder, which is deleted when the JVM ends. */
    public Path write() {
        try {
            Path folder = PrivateFolder.create("revision");
            for (String name : FILES) {
                Files.writeString(folder.resolve(name), resource(name));
            }
            for (String name : SCRIPTS) {
                script(folder.resolve(name), resource(name));
            }
            script(folder.resolve("start.sh"), startScript());
            Files.writeString(folder.resolve("release.env"), releaseFile());
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the revision", e);
        }
    }

    private static void script(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(MAY_RUN));
    }

    private String startScript() {
        return "#!/bin/bash\nset -euo pipefail\n" + String.join("\n", start) + "\n";
    }

    private String releaseFile() {
        Map<String, String> lines = new TreeMap<>();
        lines.put("BUCKET", bucket);
        lines.put("KEY", key);
        lines.put("HEALTH_PATH", healthPath);
        for (Color color : Color.values()) {
            String name = color.toString().toUpperCase(Locale.ROOT);
            lines.put(name + "_PORT", ports.get(color).toString());
            lines.put(
                    name + "_VERSION",
                    release.version(color).map(Version::value).orElse(Version.NONE));
        }
        StringBuilder text = new StringBuilder();
        lines.forEach(
                (name, value) -> text.append(name).append("='").append(value).append("'\n"));
        return text.toString();
    }

    private static String resource(String name) throws IOException {
        try (InputStream resource = RevisionBundle.class.getResourceAsStream(name)) {
            InvalidValueException.require(resource != null, "the library's jar lacks " + name);
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
