package io.teal.constructs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Runs what Teal writes for a shell in one, with the commands it calls replaced by functions. */
public final class Shell {
    private Shell() {}

    /** How a script ended, and what it printed. */
    public record Result(int code, String output) {}

    public static Result run(String script) {
        try {
            Process bash = new ProcessBuilder("bash", "-c", script)
                    .redirectErrorStream(true)
                    .start();
            bash.getOutputStream().close();
            String output = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(bash.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
