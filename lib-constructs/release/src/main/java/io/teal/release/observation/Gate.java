package io.teal.release.observation;

import java.util.Collection;
import java.util.Comparator;

/**
 * What the alarms of a release say, and on how much evidence. Samples are counted apart from alarms: an alarm that is
 * OK because nothing happened is no evidence.
 *
 * @param alarms the worst of the alarms
 * @param samples requests answered by the colour that gains traffic, since the step began
 * @param probes answers to Teal's own requests to its preview port, since the step began
 */
public record Gate(Alarm alarms, long samples, long probes) {

    /** State of an alarm, best first. */
    public enum Alarm {
        /** Within its threshold. */
        OK,
        /** It has too little data to say: CloudWatch's {@code INSUFFICIENT_DATA}. */
        NO_DATA,
        /** It could not be read, or does not exist. */
        UNREADABLE,
        /** Over its threshold. */
        ALARM
    }

    /** No alarm and no sample. */
    public static final Gate NONE = new Gate(Alarm.OK, 0, 0);

    /** The gate of several alarms: the worst speaks. */
    public static Gate of(Collection<Alarm> alarms, long samples, long probes) {
        return new Gate(alarms.stream().max(Comparator.naturalOrder()).orElse(Alarm.OK), samples, probes);
    }
}
