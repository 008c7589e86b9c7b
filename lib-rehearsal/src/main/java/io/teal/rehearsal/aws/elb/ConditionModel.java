package io.teal.rehearsal.aws.elb;

import java.util.List;

/**
 * A condition of a listener rule: it holds if any of its patterns fits.
 *
 * @param part what of a request it looks at
 * @param header the header's name, where it looks at one; else empty
 * @param patterns what fits; {@code *} stands for any characters and {@code ?} for one, except in a method
 */
public record ConditionModel(Part part, String header, List<Pattern> patterns) {
    /** Copies the list. */
    public ConditionModel {
        patterns = List.copyOf(patterns);
    }

    /** Parts of a request. */
    public enum Part {
        /** The path without the query, in the case it is written. */
        PATH,
        /** The host without the port, in any case. */
        HOST,
        /** The value of a header, in any case. */
        HEADER,
        /** The method, exactly. */
        METHOD,
        /** A parameter of the query, in any case. */
        QUERY
    }

    /**
     * One pattern.
     *
     * @param key the parameter's name, where the part is the query; else {@code *}
     * @param value the value
     */
    public record Pattern(String key, String value) {
        /** A pattern of any part but the query. */
        public Pattern(String value) {
            this("*", value);
        }
    }
}
