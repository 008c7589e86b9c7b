package io.teal.release.journal;

/** How a run ended. */
public enum Outcome {
    /** All that the plan asked for is so, by what was read last. */
    PROMOTED,
    /** Traffic is where it was when the operation began. */
    ROLLED_BACK,
    /** The run stopped and left the weights as they are; its reason says what a person has to look at. */
    NEEDS_HUMAN,
    /** Every host runs the version and says so, or nothing had to be installed. */
    INSTALLED,
    /** The version is not on every host; those that may not run it bear a mark that says so. */
    NOT_INSTALLED,
    /** The stack turned. This run has written nothing since; the run that the turn started decides the end. */
    SUPERSEDED
}
