package io.teal.constructs.internal.traffic;

import io.teal.release.Color;
import io.teal.release.InvalidValueException;
import java.util.Optional;
import software.amazon.awscdk.SecretValue;
import software.amazon.awscdk.Token;

/**
 * A header by which a request selects one colour.
 *
 * @param name the header's name, up to 40 of letters, digits, {@code _} and {@code -}
 * @param secret what its value ends with, if anything
 */
public record PreviewHeader(String name, Optional<SecretValue> secret) {
    /** How many rules it takes, each with a priority of its own. */
    static final int RULES = Color.values().length;

    /** Checks the name. */
    public PreviewHeader {
        InvalidValueException.require(
                name.matches("[A-Za-z0-9_-]{1,40}"),
                "previewHeader must be 1 to 40 letters, digits, _ or -, got '" + name + "'");
        String value = secret.map(SecretValue::unsafeUnwrap).orElse("none");
        InvalidValueException.require(
                Token.isUnresolved(value) || value.matches("[A-Za-z0-9-]{1,120}"),
                "previewHeader's secret must be 1 to 120 letters, digits or -");
    }

    /** The value that selects {@code color}. */
    String value(Color color) {
        return secret.map(one -> color + "-" + one.unsafeUnwrap()).orElse(color.toString());
    }
}
