package io.teal.constructs;

import io.teal.constructs.internal.synth.CdkMessage;
import io.teal.release.Contract;
import io.teal.release.TealException;
import java.io.PrintStream;

/**
 * Turns an exception in a synthesis into one line and a hint, and an exit code: 0 for none, 2 for input that a user can
 * correct, 1 for an error of the CDK's. Anything else is a bug and keeps its stack trace.
 *
 * <pre>{@code
 * public static void main(String[] args) {
 *     System.exit(SynthErrors.guard(MyApp::synth, System.err));
 * }
 * }</pre>
 */
public final class SynthErrors {
    /** Exit code for input that a user can correct. */
    public static final int BAD_INPUT = Contract.EXIT_BAD_INPUT;
    /** Exit code for an error of the CDK's. */
    public static final int REFUSED = Contract.EXIT_NOT_DONE;

    private SynthErrors() {}

    /** Runs {@code synth}; what stops it is written to {@code errors}. Returns the exit code. */
    public static int guard(Runnable synth, PrintStream errors) {
        try {
            synth.run();
            return Contract.EXIT_DONE;
        } catch (TealException e) {
            errors.println("teal: " + e.getMessage());
            errors.println("hint: " + e.hint());
            return BAD_INPUT;
        } catch (RuntimeException e) {
            errors.println("teal: " + CdkMessage.of(e).orElseThrow(() -> e));
            return REFUSED;
        }
    }
}
