package io.teal.release;

/**
 * What a deploy says of the schema that both colours use, if it is changed by <em>expand, migrate, contract</em>: until
 * it is contracted, the version before fits it too.
 */
public enum SchemaStep {
    /** Nothing: both versions fit. */
    NONE,
    /** {@code contract=true}: from this deploy on, the version that was active before does not fit. */
    CONTRACTED,
    /**
     * {@code allow=past-contract}: traffic may return to a version that does not fit, since the schema was put back.
     */
    PUT_BACK
}
