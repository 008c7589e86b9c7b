package io.teal.runtime.function;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The state machine's definition, run by an interpreter of Amazon States Language in a process of its own. */
final class Interpreter implements AutoCloseable {
    private static final Path SCRIPT = Path.of("test/runtime/js/machine.mjs");
    private static final Path INSTALLED = Path.of("test/runtime/js/node_modules/aws-local-stepfunctions");
    private static final Path DEFINITION = Path.of("lib-constructs/runtime/src/main/resources/machine.asl.json");

    private final Process process;
    private final Writer asks;
    private final BufferedReader answers;

    /** An interpreter that hands tasks to {@code server}. */
    Interpreter(URI server) throws IOException {
        if (!Files.isDirectory(INSTALLED)) {
            throw new IllegalStateException(INSTALLED + " is missing; run npm ci in " + SCRIPT.getParent());
        }
        this.process = new ProcessBuilder(node(), SCRIPT.toString(), DEFINITION.toString(), server.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        this.asks = process.outputWriter();
        this.answers = process.inputReader();
    }

    /** The pinned Node.js where npm has installed one, else the user's own. */
    private static String node() throws IOException {
        Path modules = Path.of("node_modules");
        if (Files.isDirectory(modules)) {
            try (DirectoryStream<Path> found = Files.newDirectoryStream(modules, "node-*")) {
                for (Path one : found) {
                    return one.resolve("bin/node").toAbsolutePath().toString();
                }
            }
        }
        return "node";
    }

    /** Whether the definition is {@code valid}, and its {@code errors}. */
    Map<String, Object> validity() {
        return ask(Map.of());
    }

    /** Runs one execution to its end: {@code output}, or {@code failed} and why. */
    Map<String, Object> run(Map<String, Object> input) {
        return ask(Map.of("input", input, "name", Promotion.EXECUTION));
    }

    /** As {@link #run}, but a task may take only {@code seconds}. */
    Map<String, Object> run(Map<String, Object> input, int seconds) {
        return ask(Map.of("input", input, "name", Promotion.EXECUTION, "taskSeconds", seconds));
    }

    private Map<String, Object> ask(Map<String, Object> ask) {
        try {
            asks.write(JSON.std.asString(ask) + "\n");
            asks.flush();
            String line = answers.readLine();
            if (line == null) {
                throw new IllegalStateException("the interpreter has ended; it needs Node.js 22 or later");
            }
            return JSON.std.mapFrom(line);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
