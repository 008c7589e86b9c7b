package io.teal.rehearsal.demo;

import java.time.Duration;

/**
 * What can be wrong with a demo service, for rehearsals of releases that must fail. At any other moment it is as usual.
 */
public enum Fault {
    /** It ends as soon as it has begun. */
    CRASHES("") {
        @Override
        boolean crashes() {
            return true;
        }
    },
    /** It listens only after so many seconds. */
    BOOTS_IN("seconds") {
        @Override
        Duration boot(double seconds) {
            return Duration.ofMillis((long) (seconds * 1000));
        }
    },
    /** Its health check always fails. */
    NEVER_HEALTHY("") {
        @Override
        boolean passesCheck(String zone) {
            return false;
        }
    },
    /** Its health check always fails in zone 0. */
    HALF_HEALTHY("") {
        @Override
        boolean passesCheck(String zone) {
            return !zone.equals("0");
        }
    },
    /** It is healthy, and answers every other request 500. */
    ERRORS("") {
        @Override
        int status(double none, Traffic traffic) {
            return 500;
        }
    },
    /** The same, so many seconds after its first request. */
    ERRORS_AFTER("seconds") {
        @Override
        int status(double seconds, Traffic traffic) {
            return traffic.lasts(seconds) ? 500 : 200;
        }
    },
    /** Every request takes so many milliseconds. */
    SLOW("milliseconds") {
        @Override
        Duration takes(double millis) {
            return Duration.ofMillis((long) millis);
        }
    },
    /** It ends by itself, so many seconds after its first request. */
    DIES_AFTER("seconds") {
        @Override
        boolean dies(double seconds, Traffic traffic) {
            return traffic.lasts(seconds);
        }
    },
    /** It answers 503 above so many requests a second. */
    CAPACITY("requests a second") {
        @Override
        int status(double most, Traffic traffic) {
            return traffic.oneMoreInThisSecond() > most ? 503 : 200;
        }
    },
    /** It closes a connection that was idle for so many milliseconds, sooner than any load balancer expects. */
    CLOSES_AFTER("milliseconds") {
        @Override
        Duration keepAlive(double millis, Duration usual) {
            return Duration.ofMillis((long) millis);
        }
    },
    /** It is healthy, and resets the connection of any other request instead of answering. */
    RESETS("") {
        @Override
        boolean answers() {
            return false;
        }
    },
    /** It does not stop when it is asked to. */
    DEAF("") {
        @Override
        boolean stops() {
            return false;
        }
    };

    private final String unit;

    Fault(String unit) {
        this.unit = unit;
    }

    /** What its amount counts; empty if it has none. */
    String unit() {
        return unit;
    }

    /** Whether it ends instead of listening. */
    boolean crashes() {
        return false;
    }

    /** How much later it listens. */
    Duration boot(double amount) {
        return Duration.ZERO;
    }

    /** Whether a health check in {@code zone} passes. */
    boolean passesCheck(String zone) {
        return true;
    }

    /** The status of the answer to anything but a health check. */
    int status(double amount, Traffic traffic) {
        return 200;
    }

    /** How much longer each request of the load takes. */
    Duration takes(double amount) {
        return Duration.ZERO;
    }

    /** Whether it ends by a request of the load that comes now. */
    boolean dies(double amount, Traffic traffic) {
        return false;
    }

    /** Whether a request of the load is answered at all. */
    boolean answers() {
        return true;
    }

    /** How long an idle connection is kept. */
    Duration keepAlive(double amount, Duration usual) {
        return usual;
    }

    /** Whether the service stops when it is asked to. */
    boolean stops() {
        return true;
    }
}
