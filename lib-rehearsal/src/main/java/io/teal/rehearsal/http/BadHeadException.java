package io.teal.rehearsal.http;

import java.io.IOException;

/** A start line or header that is malformed or too long. */
public final class BadHeadException extends IOException {
    private static final long serialVersionUID = 1L;

    BadHeadException(String why) {
        super(why);
    }
}
