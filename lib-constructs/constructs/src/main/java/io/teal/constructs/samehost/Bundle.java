package io.teal.constructs.samehost;

import io.teal.constructs.fleet.SharedHosts;
import io.teal.constructs.support.PrivateFolder;
import io.teal.release.Color;
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
 * The revision that CodeDeploy installs: what each colour runs, and Teal's scripts that bring a host there. The same
 * release settings always give the same files.
 *
 * @param release what each colour runs
 * @param hosts where versions are and how they start
 * @param ports where each colour listens
 * @param healthPath the path of the health check
 */
public record Bundle(Release release, SharedHosts hosts, Map<Color, Integer> ports, String healthPath) {
    private static final List<String> SCRIPTS = List.of("install.sh", "validate.sh");
    private static final List<String> FILES = List.of("appspec.yml", "teal@.service");
    private static final String MAY_RUN = "rwxr-xr-x";

    /** Writes the files to a new folder, which is there as long as this JVM. */
    public Path write() {
        try {
            Path folder = PrivateFolder.create("revision");
            for (String name : FILES) {
                Files.writeString(folder.resolve(name), resource(name));
            }
            for (String name : SCRIPTS) {
                script(folder.resolve(name), resource(name));
            }
            script(folder.resolve("start.sh"), start());
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

    private String start() {
        return "#!/bin/bash\nset -euo pipefail\n" + String.join("\n", hosts.start()) + "\n";
    }

    private String releaseFile() {
        Map<String, String> lines = new TreeMap<>();
        lines.put("BUCKET", hosts.bucket().getBucketName());
        lines.put("KEY", hosts.key());
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
        try (InputStream resource = Bundle.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException("the library's jar lacks " + name);
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
