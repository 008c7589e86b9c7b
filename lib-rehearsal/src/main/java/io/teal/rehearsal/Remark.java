package io.teal.rehearsal;

/**
 * What a run does not show by what it counts.
 *
 * @param kind what to make of it
 * @param text one sentence without a stop
 */
public record Remark(RemarkKind kind, String text) {
    /** What to make of a remark. */
    public enum RemarkKind {
        /** It loses requests, or a release, in a case that the run does not have. */
        DANGER("danger"),
        /** It is played more simply than AWS does it. */
        SIMPLER("simplified"),
        /** What a client saw that asked for one colour by a header. */
        PREVIEW("preview"),
        /** What was played beside the deploys, and what came of it. */
        PLAYED("played"),
        /** Nothing on this machine can tell. */
        NOT_JUDGED("not judged");

        private final String words;

        RemarkKind(String words) {
            this.words = words;
        }
    }

    /** A danger. */
    public static Remark danger(String text) {
        return new Remark(RemarkKind.DANGER, text);
    }

    /** Something that is played more simply than AWS does it. */
    public static Remark simpler(String text) {
        return new Remark(RemarkKind.SIMPLER, text);
    }

    /** What a client saw that asked for one colour by a header. */
    public static Remark preview(String text) {
        return new Remark(RemarkKind.PREVIEW, text);
    }

    /** What was played beside the deploys. */
    public static Remark played(String text) {
        return new Remark(RemarkKind.PLAYED, text);
    }

    /** Something that nothing on this machine can tell. */
    public static Remark notJudged(String text) {
        return new Remark(RemarkKind.NOT_JUDGED, text);
    }

    /** Whether it is a danger. */
    public boolean warns() {
        return kind == RemarkKind.DANGER;
    }

    /** As a line: the kind, then the text. */
    public String line() {
        return kind.words + ": " + text;
    }
}
