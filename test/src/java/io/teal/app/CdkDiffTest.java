package io.teal.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.runtime.function.NeedsInstalled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code cdk diff} shows an operator for each line of the life of two releases: short enough to be read. */
@NeedsInstalled("node_modules/.bin/cdk")
class CdkDiffTest {
    private static final Path CDK = Path.of("node_modules", ".bin", "cdk");
    private static final int LONGEST = 45;

    @TempDir
    private Path folder;

    @Test
    void everyReleaseIsAReadableDiff() throws IOException, InterruptedException {
        assertThat(CDK).as("run 'npm ci' first").exists();
        for (int line = 1; line < Apps.LIFE.size(); line++) {
            String diff = diff(assembly(line).resolve("web.template.json"), assembly(line + 1));
            assertThat(diff.lines()).hasSizeLessThanOrEqualTo(LONGEST);
            Golden.check("golden/diff-" + line + "-to-" + (line + 1) + ".txt", diff);
        }
    }

    /** Without a report of checks: the CLI ends with an error if there is one, whatever it was asked. */
    private Path assembly(int line) {
        Path out = folder.resolve(Integer.toString(line));
        if (!Files.exists(out)) {
            Apps.build("default", Apps.LIFE.get(line - 1), out).synth();
        }
        return out;
    }

    private static String diff(Path oldTemplate, Path assembly) throws IOException, InterruptedException {
        Path printed = Files.createTempFile("diff", ".txt");
        Process cdk = new ProcessBuilder(List.of(
                        CDK.toString(),
                        "diff",
                        "--no-color",
                        "--app",
                        assembly.toString(),
                        "--template",
                        oldTemplate.toString()))
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        int exitCode = cdk.waitFor();
        String text = Files.readString(printed).stripTrailing() + "\n";
        assertThat(exitCode).as(text).isZero();
        return text;
    }
}
