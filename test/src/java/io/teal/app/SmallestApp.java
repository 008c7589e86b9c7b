package io.teal.app;

import software.constructs.Construct;
import software.constructs.RootConstruct;

/** An app of one construct, which needs no module of the CDK. */
final class SmallestApp {
    /** What it prints. */
    static final String PATH = "Parent/Child";

    private SmallestApp() {}

    public static void main(String[] arguments) {
        Construct parent = new Construct(new RootConstruct(), "Parent");
        System.out.print(new Construct(parent, "Child").getNode().getPath());
    }
}
