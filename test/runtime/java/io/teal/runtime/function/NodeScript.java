package io.teal.runtime.function;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A script under Node.js in a process of its own, which answers each line of JSON with one. */
public final class NodeScript implements AutoCloseable {
    private final Process process;
    private final Writer asks;
    private final BufferedReader answers;

    /**
     * Starts {@code script}.
     *
     * @param needs the npm package that it needs, which must be installed beside it
     */
    public NodeScript(Path script, String needs, String... arguments) throws IOException {
        if (!Files.isDirectory(script.resolveSibling("node_modules").resolve(needs))) {
            throw new IllegalStateException(needs + " is missing; run npm ci in " + script.getParent());
        }
        List<String> command = new ArrayList<>(List.of(node(), script.toString()));
        command.addAll(List.of(arguments));
        this.process = new ProcessBuilder(command)
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

    /** The answer to {@code ask}. */
    public Map<String, Object> ask(Map<String, Object> ask) {
        try {
            asks.write(JSON.std.asString(ask) + "\n");
            asks.flush();
            String line = answers.readLine();
            if (line == null) {
                throw new IllegalStateException("the script has ended; it needs Node.js 22 or later");
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
