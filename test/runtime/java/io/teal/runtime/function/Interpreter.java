package io.teal.runtime.function;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/** A state machine's definition, run by an interpreter of Amazon States Language. */
final class Interpreter implements AutoCloseable {
    private static final Path SCRIPT = Path.of("test/runtime/js/machine.mjs");
    private static final Path DEFINITIONS = Path.of("lib-constructs/runtime/src/main/resources");

    private final NodeScript script;

    /** An interpreter of {@code definition} that hands tasks to {@code server}. */
    Interpreter(String definition, URI server) throws IOException {
        String file = DEFINITIONS.resolve(definition).toString();
        this.script = new NodeScript(SCRIPT, "aws-local-stepfunctions", file, server.toString());
    }

    /** Whether the definition is {@code valid}, and its {@code errors}. */
    Map<String, Object> validity() {
        return script.ask(Map.of());
    }

    /** Runs one execution to its end: {@code output}, or {@code failed} and why. */
    Map<String, Object> run(Map<String, Object> input) {
        return script.ask(Map.of("input", input, "name", Promotion.EXECUTION));
    }

    /** As {@link #run}, but a task may take only {@code seconds}. */
    Map<String, Object> run(Map<String, Object> input, int seconds) {
        return script.ask(Map.of("input", input, "name", Promotion.EXECUTION, "taskSeconds", seconds));
    }

    @Override
    public void close() {
        script.close();
    }
}
