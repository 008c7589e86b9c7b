package io.teal.constructs.internal.synth;

import java.util.List;
import java.util.Optional;

/**
 * What the CDK said, without what jsii wraps around it: a name for the error, the message again, and its own frames.
 */
public final class CdkMessage {
    private static final String KERNEL = "@jsii/kernel.";

    private CdkMessage() {}

    /** The message; empty if {@code thrown} does not come from the CDK. */
    public static Optional<String> of(RuntimeException thrown) {
        String text = String.valueOf(thrown.getMessage());
        int kernel = text.indexOf(KERNEL);
        if (kernel >= 0) {
            return Optional.of(lines(text.substring(0, kernel)));
        }
        boolean fromJsii = thrown.getClass().getName().startsWith("software.amazon.jsii.");
        return fromJsii ? Optional.of(lines(text.split("\n[«\\s]")[0])) : Optional.empty();
    }

    private static String lines(String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        return String.join("\n", lines).replaceFirst("^[A-Za-z]+: ", "");
    }
}
