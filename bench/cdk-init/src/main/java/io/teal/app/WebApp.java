package io.teal.app;

import software.amazon.awscdk.App;

/** The main class of a project that "cdk init" wrote, with the default app's stack in it. */
public class WebApp {
    public static void main(final String[] args) {
        App app = new App();
        new ServiceStack(app, MyService.NAME);
        app.synth();
    }
}
