package io.teal.constructs.support;

import io.teal.release.Color;

/** Colours in construct ids and output names: {@code Blue}, {@code Green}. Logical ids are made of them. */
public final class ColorNames {
    private ColorNames() {}

    /** The name of {@code color}. */
    public static String of(Color color) {
        return color == Color.BLUE ? "Blue" : "Green";
    }
}
