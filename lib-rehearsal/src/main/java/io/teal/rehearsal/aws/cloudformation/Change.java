package io.teal.rehearsal.aws.cloudformation;

/** What an update does to one resource. */
public enum Change {
    /** It is new. */
    CREATE,
    /** It says something else than before. */
    UPDATE,
    /** It is gone from the template: removed last, after everything else has succeeded. */
    DELETE
}
