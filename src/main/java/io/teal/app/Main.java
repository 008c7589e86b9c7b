package io.teal.app;

import io.teal.constructs.SynthErrors;
import software.amazon.awscdk.App;

/** What {@code bin/app} runs: the default app. */
public final class Main {
    private Main() {}

    /** Synthesizes the app into the folder that the CDK CLI names; exits 0, or as {@link SynthErrors} says. */
    public static void main(String[] args) {
        System.exit(SynthErrors.guard(() -> synth(new App()), System.err));
    }

    static void synth(App app) {
        new ServiceStack(app, MyService.NAME);
        app.synth();
    }
}
