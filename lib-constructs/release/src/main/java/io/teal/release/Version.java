package io.teal.release;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What a colour runs: the name of an image, an artifact or a revision.
 *
 * @param value 1 to 64 characters of {@code A-Z a-z 0-9 . _ + -}, the first a letter or digit; never {@code none}, in
 *     whatever case, since that word retires a colour
 */
public record Version(String value) {

    /** What flags and files write for "no version": it can therefore not be the name of one. */
    public static final String NONE = "none";

    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+-]{0,63}");

    /**
     * Checks the name.
     *
     * @throws InvalidValueException if the name is malformed or {@code none}
     */
    public Version {
        Objects.requireNonNull(value, "value");
        InvalidValueException.require(
                ALLOWED.matcher(value).matches(),
                "a version has 1 to 64 characters of A-Z a-z 0-9 . _ + - and begins with a letter or digit, got '"
                        + value + "'");
        InvalidValueException.require(
                !value.equalsIgnoreCase(NONE),
                "a version cannot be called '" + value + "': none is what retires a colour");
    }

    /** The version called {@code value}; see the constructor for what is allowed. */
    public static Version of(String value) {
        return new Version(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
