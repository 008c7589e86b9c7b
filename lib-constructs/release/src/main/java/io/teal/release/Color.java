package io.teal.release;

import java.util.Locale;

/** One of the two equal slots for a fleet. */
public enum Color {
    BLUE,
    GREEN;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The colour that is not this one. */
    public Color other() {
        return this == BLUE ? GREEN : BLUE;
    }

    /** The colour as flags, tags and resource names spell it: {@code blue} or {@code green}. */
    @Override
    public String toString() {
        return word;
    }
}
