package io.teal.release.step;

import io.teal.release.seen.Weights;

/** What a step says of itself. Each has a plain reason for the log. */
public sealed interface Progress {

    /** The reason, one line. */
    String why();

    /** The step is done: by what was seen, not by what was called. */
    record Done(String why) implements Progress {}

    /** Nothing to do yet. */
    record Wait(String why) implements Progress {}

    /** Something is to be called. */
    record Call(Effect effect, String why) implements Progress {}

    /** The step cannot be done. */
    record Fail(String why) implements Progress {}

    /** These are the weights the run starts from, and how many hosts carry them. */
    record Adopt(Weights found, int hosts, String why) implements Progress {}
}
