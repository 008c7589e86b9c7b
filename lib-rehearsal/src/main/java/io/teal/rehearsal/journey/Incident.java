package io.teal.rehearsal.journey;

import java.util.List;

/** Something that happens to a service, by hand or by itself. */
public sealed interface Incident {
    /**
     * Somebody gives one colour all weight of production, as the command in the stack's outputs does.
     *
     * @param color which
     */
    record AllWeight(String color) implements Incident {}

    /**
     * Somebody, or a scaling policy, sets the desired capacity of a fleet.
     *
     * @param color whose
     * @param desired to how many hosts
     */
    record DesiredCapacity(String color, int desired) implements Incident {}

    /**
     * EC2 loses hosts of a fleet.
     *
     * @param color whose
     * @param count how many
     */
    record LostHosts(String color, int count) implements Incident {}

    /**
     * An availability zone is lost, with every host in it.
     *
     * @param zone 0 or 1
     */
    record LostZone(int zone) implements Incident {}

    /**
     * Alarms say something, whatever their metrics do, one state after the other and each for a minute; the last for
     * ever.
     *
     * @param named a part of their logical ids
     * @param states {@code OK}, {@code ALARM}, {@code INSUFFICIENT_DATA}, or {@code DELETED}
     */
    record AlarmStates(String named, List<String> states) implements Incident {
        /** Copies the list. */
        public AlarmStates {
            states = List.copyOf(states);
        }
    }
}
