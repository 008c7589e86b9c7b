package io.teal.constructs.internal.traffic;

import io.teal.release.InvalidValueException;
import java.util.List;

/**
 * Which requests go to a candidate whatever the weights.
 *
 * @param header the header by which they are known
 * @param values its values, of which one is enough; with wildcards {@code *} and {@code ?}
 */
public record CandidateSettings(String header, List<String> values) {
    private static final int MOST_VALUES = 5;
    private static final int LONGEST_VALUE = 128;

    /** Checks what Elastic Load Balancing takes. */
    public CandidateSettings {
        values = List.copyOf(values);
        InvalidValueException.require(
                header.matches("[A-Za-z0-9_-]{1,40}"),
                "candidateByHeader must name a header of 1 to 40 letters, digits, _ or -, got '" + header + "'");
        InvalidValueException.require(
                !values.isEmpty() && values.size() <= MOST_VALUES,
                "candidateByHeader takes 1 to " + MOST_VALUES + " values, got " + values.size());
        for (String value : values) {
            InvalidValueException.require(
                    !value.isEmpty() && value.length() <= LONGEST_VALUE,
                    "candidateByHeader takes values of 1 to " + LONGEST_VALUE + " characters, got '" + value + "'");
        }
    }

    /** Requests with the cookie {@code name}={@code value}, among others or not. */
    public static CandidateSettings cookie(String name, String value) {
        InvalidValueException.require(
                name.matches("[!#$%&'+.^_`|~0-9A-Za-z-]+"),
                "candidateByCookie must name a cookie by letters, digits and signs like _ or -, got '" + name + "'");
        return new CandidateSettings("Cookie", List.of("*" + name + "=" + value + "*"));
    }
}
