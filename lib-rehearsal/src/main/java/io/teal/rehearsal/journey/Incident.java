package io.teal.rehearsal.journey;

import java.util.List;

/** An injected event. */
@FunctionalInterface
public interface Incident {
    /** Applies it to {@code service}; returns at once. */
    void happenTo(AffectedService service);

    /** The service that incidents act on. */
    interface AffectedService {
        /** One colour gets all weight of production, as by the command in the stack's outputs. */
        void giveAllWeight(String color);

        /** Somebody, or a scaling policy, gives a fleet another desired capacity. */
        void resize(String color, int desired);

        /** EC2 loses {@code count} hosts of a fleet. */
        void loseHosts(String color, int count);

        /** An availability zone, 0 or 1, is lost with every host in it. */
        void loseZone(int zone);

        /**
         * Alarms whose logical ids contain {@code named} are in each of {@code states} for a minute and in the last for
         * good, whatever their metrics do. States are {@code OK}, {@code ALARM}, {@code INSUFFICIENT_DATA} and
         * {@code DELETED}.
         */
        void forceAlarms(String named, List<String> states);
    }
}
