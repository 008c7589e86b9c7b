package io.teal.app;

import java.io.PrintStream;
import software.amazon.awscdk.App;

/** What {@code bin/app} runs: the default app. */
public final class Main {
    private Main() {}

    /** Synthesizes the app into the folder that the CDK CLI names; exits 0, or as {@link SynthErrors} says. */
    public static void main(String[] args) {
        System.exit(SynthErrors.guard(Main::synth, errors()));
    }

    private static void synth() {
        App app = new App();
        new ServiceStack(app, MyService.NAME);
        app.synth();
    }

    private static PrintStream errors() {
        return System.err;
    }
}
