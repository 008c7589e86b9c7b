package io.teal.constructs.internal.common;

import io.teal.release.Color;
import io.teal.release.cutover.CutoverMap;

/** Colours in construct ids and output names: {@code Blue}, {@code Green}. Logical ids are made of them. */
public final class ColorNames {
    private ColorNames() {}

    /** The name of {@code color}. */
    public static String of(Color color) {
        return CutoverMap.name(color);
    }
}
