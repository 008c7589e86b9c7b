package io.teal.constructs.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.CloudFormationValidatePlugin;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Validations;

/** Each in a JVM of its own: in this one jsii runs already. */
class FastSynthExtensionTest {
    @TempDir
    private Path folder;

    @Test
    void theTemplateIsTheSameAndOneKernelRunsWithoutValidation() throws Exception {
        List<String> fast = run("fast", "use", "synth", "kernels");
        List<String> plain = run("plain", "synth");
        assertThat(fast).contains("kernel").doesNotContain("runtime");
        assertThat(folder.resolve("fast/validation-report.json")).doesNotExist();
        assertThat(folder.resolve("plain/validation-report.json")).exists();
        assertThat(folder.resolve("fast/s.template.json"))
                .hasSameTextualContentAs(folder.resolve("plain/s.template.json"));
        assertThat(plain).isEmpty();
    }

    @Test
    void theOneTestThatValidatesFailsWithTheReport() throws Exception {
        assertThat(String.join("\n", run("valid", "use", "validate"))).contains("refused", "F3002", "NoSuchProperty");
    }

    @Test
    void jsiiThatRunsAlreadyIsLeftAsItIsAndThatIsSaid() throws Exception {
        assertThat(run("late", "synth", "use", "synth"))
                .singleElement()
                .asString()
                .contains("tests run at the CDK's own speed: the CDK was used before");
    }

    private List<String> run(String name, String... steps) throws IOException, InterruptedException {
        List<String> java = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Steps.class.getName(),
                folder.resolve(name).toString()));
        java.addAll(List.of(steps));
        Path printed = folder.resolve(name + ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(java).redirectErrorStream(true).redirectOutput(printed.toFile());
        builder.environment().keySet().removeAll(Set.of("CDK_VALIDATION", "JSII_NODE", "TEAL_NODE"));
        assertThat(builder.start().waitFor()).as(Files.readString(printed)).isZero();
        try (Stream<String> lines = Files.lines(printed)) {
            return lines.filter(
                            line -> line.matches(".*own speed.*|kernel|runtime|refused.*|.*F3002.*|.*NoSuchProperty.*"))
                    .collect(Collectors.toList());
        }
    }

    /** What the other JVM does. */
    static final class Steps {
        private Steps() {}

        public static void main(String[] args) throws IOException {
            for (String step : List.of(args).subList(1, args.length)) {
                switch (step) {
                    case "use" -> new FastSynthExtension().beforeAll(null);
                    case "synth" -> app(args[0]).synth();
                    case "validate" -> validate(args[0]);
                    default -> kernels();
                }
            }
        }

        private static App app(String out) {
            App app = App.Builder.create()
                    .outdir(out)
                    .context(Map.of(
                            "@aws-cdk/core:appMode", "inmemory", "@aws-cdk/core:validateAgainstDefaultRules", true))
                    .build();
            CfnResource.Builder.create(new Stack(app, "s"), "Bucket")
                    .type("AWS::S3::Bucket")
                    .properties(out.endsWith("valid") ? Map.of("NoSuchProperty", "x") : Map.of())
                    .build();
            return app;
        }

        private static void validate(String out) {
            App app = app(out);
            Validations.of(app).addPlugins(new CloudFormationValidatePlugin());
            try {
                app.synth();
                System.out.println("passed");
            } catch (RuntimeException e) {
                System.out.println("refused\n" + e.getMessage());
            }
        }

        private static void kernels() {
            ProcessHandle.current()
                    .descendants()
                    .map(process -> process.info().commandLine().orElse(""))
                    .forEach(line -> System.out.println(line.contains("jsii-kernel.js") ? "kernel" : "runtime"));
        }
    }
}
