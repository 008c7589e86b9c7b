package io.teal.app;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.App;
import software.amazon.awscdk.CloudFormationValidatePlugin;
import software.amazon.awscdk.Validations;

/** Synthesized apps, each made once for all tests. */
final class Assemblies {
    /** One for all apps: each has a WebAssembly engine of its own, and sixteen of them starve the machine. */
    private static final CloudFormationValidatePlugin VALIDATOR = new CloudFormationValidatePlugin();

    private static final Path OWN = Path.of("src", "target", "assemblies", System.getProperty("test.fork", "jvm"));
    /** Of all JVMs of one {@code bin/test}, and of no other: a folder that lasts could be of an earlier build. */
    private static final Optional<Path> SHARED =
            Optional.ofNullable(System.getenv("TEAL_GATE_TEMPLATES")).map(Path::of);

    private static final Map<String, Path> MADE = new HashMap<>();

    private Assemblies() {}

    /**
     * Where the app called {@code name} is with {@code flags}: to be read only. If they are of {@link Apps#flags}, the
     * report of all checks is beside the templates.
     */
    static synchronized Path of(String name, String flags) {
        return MADE.computeIfAbsent(name + " " + flags, key -> {
            int number = Apps.flags(name).indexOf(flags) + 1;
            return number == 0 ? unlisted(name, flags) : listed(name, flags, Integer.toString(number));
        });
    }

    private static Path unlisted(String name, String flags) {
        Path out = OWN.resolve(name).resolve(Integer.toHexString(flags.hashCode()));
        Apps.build(name, flags, out).synth();
        return out;
    }

    private static Path listed(String name, String flags, String number) {
        Path folder = SHARED.orElse(OWN).resolve(name);
        Path out = folder.resolve(number);
        try {
            Files.createDirectories(folder);
            Path done = folder.resolve(number + ".done");
            try (FileChannel file = FileChannel.open(done, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                file.lock();
                if (SHARED.isEmpty() || file.size() == 0) {
                    synthesizeAndCheck(name, flags, out);
                    file.write(ByteBuffer.wrap("done\n".getBytes(StandardCharsets.UTF_8)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out;
    }

    /** Findings fail a synthesis after its report is written; {@link TemplateChecksTest} judges the report. */
    private static void synthesizeAndCheck(String name, String flags, Path out) {
        App app = Apps.build(name, flags, out);
        check(app);
        try {
            app.synth();
        } catch (RuntimeException e) {
            if (!e.getMessage().contains("A copy of this report can be found in")) {
                throw e;
            }
        }
    }

    /** Has {@code app} report what CDK's own validation and cdk-nag find. */
    static void check(App app) {
        Validations.of(app).addPlugins(VALIDATOR, new AwsSolutionsChecks(app));
    }
}
