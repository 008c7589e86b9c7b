package io.teal.operate.checklist;

/**
 * An alarm that rolls a release back.
 *
 * @param name its name
 * @param of {@code blue}, {@code green} or {@code both}
 * @param state AWS's word, {@code GONE} if there is no such alarm; empty text if it could not be read
 * @param problem AWS's error code; empty text if it could be read
 */
public record AlarmLine(String name, String of, String state, String problem) {
    /** There is no such alarm. */
    static final String MISSING = "GONE";
}
