package io.teal.constructs;

import io.teal.release.InvalidValueException;

/**
 * What is wrong with a value and what to do, as one text; the reason alone if there is no more to do than correct it.
 */
public final class RefusalText {
    private RefusalText() {}

    public static String of(Throwable refused) {
        String hint = ((InvalidValueException) refused).hintOr("");
        return hint.isEmpty() ? refused.getMessage() : refused.getMessage() + "; " + hint;
    }
}
