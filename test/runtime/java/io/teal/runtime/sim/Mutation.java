package io.teal.runtime.sim;

import io.teal.release.port.Aws;

/** A world in which a rule is off, because what it looks at lies. */
public interface Mutation {
    /** A world in which every rule holds. */
    Mutation NONE = aws -> aws;

    /** What the handlers take for AWS. */
    Aws aws(Aws truth);
}
