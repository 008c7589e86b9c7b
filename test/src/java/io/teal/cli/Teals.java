package io.teal.cli;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The real command, run in a process of its own.
 *
 * @param exit what it ended with
 * @param out what it printed
 * @param err what it complained of
 */
record Teals(int exit, String out, String err) {
    private static final int RUNS = 3;

    /** Without Groovy, which is there for a test only: picocli loads it where it finds it. */
    private static final String CLASS_PATH = Stream.of(
                    System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(jar -> !jar.contains("/groovy-"))
            .collect(Collectors.joining(File.pathSeparator));

    static Teals run(Path folder, String... arguments) throws IOException, InterruptedException {
        Path errors = java.nio.file.Files.createTempFile("teal-test", ".err");
        Process process =
                start(folder, arguments).redirectError(errors.toFile()).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Teals result = new Teals(process.waitFor(), out, java.nio.file.Files.readString(errors));
        java.nio.file.Files.delete(errors);
        return result;
    }

    /**
     * What a rehearsal ends with; one that a busy machine has spoiled is repeated twice, and then nothing is decided.
     */
    static Teals valid(Callable<Teals> rehearsal) throws Exception {
        Teals teal = rehearsal.call();
        for (int run = 1; run < RUNS && teal.exit() == ExitCode.INVALID_RUN.code(); run++) {
            teal = rehearsal.call();
        }
        assumeThat(teal.exit())
                .as("undecided after %d real runs: %s", RUNS, teal)
                .isNotEqualTo(ExitCode.INVALID_RUN.code());
        return teal;
    }

    static ProcessBuilder start(Path folder, String... arguments) {
        return start(folder, List.of(), arguments);
    }

    static ProcessBuilder start(Path folder, List<String> jvm, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                // Else it verifies a thousand classes, as the command does not that reads them from its archive.
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:-BytecodeVerificationRemote"));
        command.addAll(jvm);
        command.addAll(List.of("-cp", CLASS_PATH, Teal.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).directory(folder.toFile());
    }
}
