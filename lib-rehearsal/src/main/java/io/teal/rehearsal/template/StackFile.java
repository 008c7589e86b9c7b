package io.teal.rehearsal.template;

import java.nio.file.Path;
import java.util.Map;

/**
 * The template of one stack of a run.
 *
 * @param stack the stack's name; empty if the run has only one
 * @param file the template
 * @param parameters values for its parameters; {@code STACK.OUTPUT} of another stack of the run is that output
 */
public record StackFile(String stack, Path file, Map<String, String> parameters) {
    /** Copies the map. */
    public StackFile {
        parameters = Map.copyOf(parameters);
    }

    /** What messages call it. */
    String label() {
        return stack.isEmpty() ? file.toString() : stack;
    }

    /** What its names begin with where the run has several. */
    String prefix() {
        return stack.replaceAll("[^A-Za-z0-9]", "") + "_";
    }
}
