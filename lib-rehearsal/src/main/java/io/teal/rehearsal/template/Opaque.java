package io.teal.rehearsal.template;

import java.util.Optional;

/** Placeholders for values that only AWS knows; equal for equal references. */
public final class Opaque {
    private static final String REFERENCE = "ref:";
    private static final String ATTRIBUTE = "attribute:";

    private Opaque() {}

    /** What {@code Ref} of a resource gives here. */
    public static String reference(String id) {
        return REFERENCE + id;
    }

    /** What {@code Fn::GetAtt} of {@code id.attribute} gives here. */
    static String attribute(String dotted) {
        return ATTRIBUTE + (dotted.contains(".") ? "" : ".") + dotted;
    }

    /** The logical id whose attribute {@code text} stands for, if it stands for one. */
    public static Optional<String> owner(String text) {
        return text.startsWith(ATTRIBUTE)
                ? Optional.of(text.substring(ATTRIBUTE.length(), text.lastIndexOf('.')))
                : Optional.empty();
    }

    static String parameter(String name) {
        return "parameter:" + name;
    }

    static String imported(String name) {
        return "import:" + name;
    }

    /** The logical id that {@code text} refers to, or {@code text} itself if it refers to none. */
    public static String referred(String text) {
        return text.startsWith(REFERENCE) ? text.substring(REFERENCE.length()) : text;
    }
}
