package io.teal.runtime.run;

/**
 * The tags that say what a group and its hosts run, where each colour has a fleet of its own; see {@link ColorTags}.
 * The first two are written by the template.
 */
public final class Tags {
    /** The version. */
    public static final String VERSION = "teal:version";

    /** The colour. */
    public static final String COLOR = "teal:color";

    /** On a group only: the version of it that has been promoted, as Shift marked it. */
    public static final String PROMOTED = "teal:promoted";

    private Tags() {}
}
