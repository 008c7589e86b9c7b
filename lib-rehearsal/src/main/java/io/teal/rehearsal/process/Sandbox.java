package io.teal.rehearsal.process;

import java.io.IOException;

/** A sandbox for programs of others: bubblewrap, where this machine has it and lets it make one. */
public final class Sandbox {
    private Sandbox() {}

    /** Whether one can be made. */
    public static boolean works() {
        try {
            Process tried = new ProcessBuilder(
                            "bwrap", "--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc", "true")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return tried.waitFor() == 0;
        } catch (IOException none) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
