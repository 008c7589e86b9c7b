package io.teal.release.journal;

/** How a run ended. */
public enum Outcome {
    /** The plan is done, as the last read confirms. */
    PROMOTED,
    /** Traffic is where it was when the operation began. */
    ROLLED_BACK,
    /** The run stopped and left the weights as they are; its reason says what a person has to check. */
    NEEDS_HUMAN,
    /** Every host runs the version and is tagged with it, or nothing had to be installed. */
    INSTALLED,
    /** The version is not on every host; those that may not run it are marked. */
    NOT_INSTALLED,
    /** The stack changed direction. This run has written nothing since; a newer run takes over. */
    SUPERSEDED
}
