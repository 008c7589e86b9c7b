package io.teal.examples.services;

import java.io.IOException;

/** Who is logged in. Safe for use by many threads. */
interface SessionStore {
    /** Begins the session {@code id}. */
    void login(String id) throws IOException;

    /**
     * Notes a visit to {@code version} in the session {@code id}.
     *
     * @return whether there is such a session
     */
    boolean visit(String id, String version) throws IOException;
}
