package io.teal.rehearsal.journey;

import java.util.List;

/** An injected event. */
public sealed interface Incident {
    /** Applies it to {@code service}; may block. */
    void happenTo(AffectedService service) throws InterruptedException;

    /** Whether it changes the weights of production by itself. */
    default boolean movesTraffic() {
        return false;
    }

    /** The service that incidents act on. */
    interface AffectedService {
        /** One colour gets all weight of production. */
        void giveAllWeight(String color);

        /** A fleet gets another desired capacity. */
        void resize(String color, int desired);

        /** EC2 loses {@code count} hosts of a fleet. */
        void loseHosts(String color, int count);

        /** EC2 loses every host in {@code zone}. */
        void loseZone(int zone);

        /** Alarms whose logical ids contain {@code named} are in each of {@code states} for a minute. */
        void forceAlarms(String named, List<String> states) throws InterruptedException;
    }

    /**
     * Somebody gives one colour all weight of production, as the command in the stack's outputs does.
     *
     * @param color which
     */
    record AllWeight(String color) implements Incident {
        @Override
        public void happenTo(AffectedService service) {
            service.giveAllWeight(color);
        }

        @Override
        public boolean movesTraffic() {
            return true;
        }
    }

    /**
     * Somebody, or a scaling policy, sets the desired capacity of a fleet.
     *
     * @param color whose
     * @param desired to how many hosts
     */
    record DesiredCapacity(String color, int desired) implements Incident {
        @Override
        public void happenTo(AffectedService service) {
            service.resize(color, desired);
        }
    }

    /**
     * EC2 loses hosts of a fleet.
     *
     * @param color whose
     * @param count how many
     */
    record LostHosts(String color, int count) implements Incident {
        @Override
        public void happenTo(AffectedService service) {
            service.loseHosts(color, count);
        }
    }

    /**
     * An availability zone is lost, with every host in it.
     *
     * @param zone 0 or 1
     */
    record LostZone(int zone) implements Incident {
        @Override
        public void happenTo(AffectedService service) {
            service.loseZone(zone);
        }
    }

    /**
     * Forces alarms into states, each for a minute and the last for good, whatever their metrics do.
     *
     * @param named a part of their logical ids
     * @param states {@code OK}, {@code ALARM}, {@code INSUFFICIENT_DATA}, or {@code DELETED}
     */
    record AlarmStates(String named, List<String> states) implements Incident {
        /** Copies the list. */
        public AlarmStates {
            states = List.copyOf(states);
        }

        @Override
        public void happenTo(AffectedService service) throws InterruptedException {
            service.forceAlarms(named, states);
        }
    }
}
