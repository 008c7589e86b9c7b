package io.teal.rehearsal.aws.cloudformation;

/** What an update does to one resource. */
public enum Change {
    /** It is new. */
    CREATE,
    /** Its properties change. */
    UPDATE,
    /** The template no longer has it: deleted last, after everything else has succeeded. */
    DELETE
}
