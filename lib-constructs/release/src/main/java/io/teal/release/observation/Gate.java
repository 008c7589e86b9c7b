package io.teal.release.observation;

import java.util.Collection;
import java.util.Comparator;

/**
 * State of a release's alarms, and how many requests stand behind it: an alarm that is OK without requests is no
 * evidence.
 *
 * @param alarms the worst of the alarms
 * @param samples requests answered by the colour that gains traffic, since the step began
 * @param probes requests that the user's probe sent to its preview port and got answered, since the step began
 */
public record Gate(Alarm alarms, long samples, long probes) {

    /** State of an alarm, best first. */
    public enum Alarm {
        /** Within its threshold. */
        OK,
        /** Too little data: CloudWatch's {@code INSUFFICIENT_DATA}. */
        NO_DATA,
        /** It could not be read, or does not exist. */
        UNREADABLE,
        /** Over its threshold. */
        ALARM
    }

    /** No alarm and no sample. */
    public static final Gate NONE = new Gate(Alarm.OK, 0, 0);

    /** The gate of several alarms: the worst counts. */
    public static Gate of(Collection<Alarm> alarms, long samples, long probes) {
        return new Gate(alarms.stream().max(Comparator.naturalOrder()).orElse(Alarm.OK), samples, probes);
    }
}
