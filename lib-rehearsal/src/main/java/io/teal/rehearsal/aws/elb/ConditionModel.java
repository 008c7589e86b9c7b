package io.teal.rehearsal.aws.elb;

import java.util.List;

/**
 * A condition of a listener rule: it matches if any of its patterns does.
 *
 * @param part the part of a request that is compared
 * @param header the header's name, if the part is a header; else empty
 * @param patterns the values; {@code *} stands for any characters and {@code ?} for one, except in a method
 */
public record ConditionModel(Part part, String header, List<Pattern> patterns) {
    /** Copies the list. */
    public ConditionModel {
        patterns = List.copyOf(patterns);
    }

    /** Parts of a request. */
    public enum Part {
        /** The path without the query, case-sensitive. */
        PATH,
        /** The host without the port, case-insensitive. */
        HOST,
        /** The value of a header, case-insensitive. */
        HEADER,
        /** The method, exactly. */
        METHOD,
        /** A query parameter, case-insensitive. */
        QUERY
    }

    /**
     * One pattern.
     *
     * @param key the parameter's name, if the part is the query; else {@code *}
     * @param value the value
     */
    public record Pattern(String key, String value) {
        /** A pattern of any part but the query. */
        public Pattern(String value) {
            this("*", value);
        }
    }
}
