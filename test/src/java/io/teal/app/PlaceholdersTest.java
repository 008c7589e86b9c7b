package io.teal.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.runtime.function.NeedsInstalled;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code bin/app} does to jsii leaves the template as it is; {@code etc/launch.sh} in a checkout of its own. */
@NeedsInstalled("node_modules")
class PlaceholdersTest {
    private static final String CLASS_PATH = System.getProperty("java.class.path");
    private static final String SMALL = Stream.of(CLASS_PATH.split(File.pathSeparator))
            .filter(jar -> jar.matches(".*/(jsii-runtime|constructs)-[0-9.]+\\.jar"))
            .collect(Collectors.joining(File.pathSeparator));
    private static final String FLAGS = "{\"activeColor\":\"blue\",\"blueVersion\":\"1.0.0\",\"greenVersion\":\"%s\"}";

    @TempDir
    private Path root;

    @BeforeEach
    void copyTheLauncher() throws IOException {
        Files.createDirectory(root.resolve("etc"));
        for (String name : List.of("launch.sh", "jsii-node", "jsii-kernel.js")) {
            Files.copy(Path.of("etc", name), root.resolve("etc").resolve(name));
        }
        Files.createSymbolicLink(
                root.resolve("node_modules"), Path.of("node_modules").toAbsolutePath());
    }

    @Test
    void withThemAndWithoutTheTemplateIsTheSameAndFollowsItsInput() throws Exception {
        String plain = template("2.0.0", Map.of("TEAL_JSII", "plain"));
        assertThat(folders()).isEmpty();
        assertThat(template("2.1.0", Map.of())).isNotEqualTo(plain).contains("2.1.0");
        assertThat(jar()).exists();
        assertThat(template("2.0.0", Map.of())).as("of what is there already").isEqualTo(plain);
    }

    /** With the smallest module: the kernel unpacks each alike, and writes 170 MB for the CDK's. */
    @Test
    void whatIsNotUnpackedYetIsUnpacked() throws Exception {
        Path empty = Files.createDirectory(root.resolve("empty"));
        String printed =
                shell(java(SMALL, SmallestApp.class), Map.of("JSII_RUNTIME_PACKAGE_CACHE_ROOT", empty.toString()));
        assertThat(jar()).exists();
        assertThat(printed).isEqualTo(SmallestApp.PATH);
        assertThat(empty.resolve("constructs")).isNotEmptyDirectory();
    }

    @Test
    void threeThatStartAtOnceHaveOneFolder() throws Exception {
        String three = "for i in 1 2 3; do " + placeholders(SMALL) + " & done; wait";
        assertThat(shell(three, Map.of())).isEqualTo((jar() + ":").repeat(3));
        assertThat(folders()).hasSize(1);
    }

    @Test
    void aJarThatChangesHasAnotherFolderAndAFolderWithoutAJarIsNotUsed() throws Exception {
        Path outside = Files.createTempFile("one-", ".jar");
        try {
            assertThat(shell(placeholders(outside.toString()), Map.of())).isEmpty();
            Files.writeString(outside, "second");
            assertThat(shell(placeholders(outside.toString()), Map.of())).isEmpty();
            assertThat(folders()).hasSize(2);
        } finally {
            Files.delete(outside);
        }
    }

    @Test
    void aClassArchiveIsOfOneClassPath() throws Exception {
        String archive = "teal_archive \"$(teal_java)\" ";
        assertThat(shell(archive + "/here/a.jar", Map.of())).isNotEqualTo(shell(archive + "/there/a.jar", Map.of()));
    }

    private String template(String version, Map<String, String> settings) throws IOException, InterruptedException {
        Path out = Files.createTempDirectory(root, "out");
        Map<String, String> all = new HashMap<>(settings);
        all.put("CDK_OUTDIR", out.toString());
        all.put("CDK_CONTEXT_JSON", FLAGS.formatted(version));
        shell(java(CLASS_PATH, Main.class), all);
        return Files.readString(out.resolve("web.template.json"));
    }

    /** Runs {@code main} with placeholders for the archives in {@code jars}. */
    private static String java(String jars, Class<?> main) {
        return "teal_use_node; teal_use_kernel; java=$(teal_java); exec \"$java\" -XX:TieredStopAtLevel=1 -cp \"$("
                + placeholders(jars) + ")" + CLASS_PATH + "\" " + main.getName();
    }

    private static String placeholders(String jars) {
        return "teal_placeholders \"$(teal_java)\" '" + jars + "'";
    }

    private String shell(String script, Map<String, String> settings) throws IOException, InterruptedException {
        List<String> command = List.of("bash", "-c", "set -euo pipefail; . '" + root + "/etc/launch.sh'; " + script);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectError(root.resolve("err").toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(settings);
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(Files.readString(root.resolve("err"))).isZero();
        return printed;
    }

    private Path jar() throws IOException {
        return folders().get(0).resolve("placeholders.jar");
    }

    private List<Path> folders() throws IOException {
        Path target = Files.createDirectories(root.resolve("src/target"));
        try (Stream<Path> found = Files.list(target)) {
            return found.filter(path -> path.getFileName().toString().startsWith("jsii-"))
                    .toList();
        }
    }
}
