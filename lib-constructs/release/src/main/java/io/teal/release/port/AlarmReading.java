package io.teal.release.port;

/**
 * An alarm as CloudWatch last evaluated it.
 *
 * @param state AWS's word: {@code OK}, {@code ALARM}, {@code INSUFFICIENT_DATA}
 * @param reason AWS's reason, for messages: the newest figures and the threshold
 */
public record AlarmReading(String state, String reason) {
    /** Whether it is over its threshold. */
    public boolean alarms() {
        return state.equals("ALARM");
    }
}
