package io.teal.rehearsal.demo;

import java.time.Duration;

/**
 * What can be wrong with a demo service, for rehearsals of releases that must fail. At any other moment it is as usual.
 */
public enum Fault {
    /** It ends as soon as it has begun. */
    CRASHES("") {
        @Override
        void boot(double none) {
            throw new IllegalStateException("crashed by FAULT=CRASHES");
        }
    },
    /** It listens only after so many seconds. */
    BOOTS_IN("seconds") {
        @Override
        void boot(double seconds) {
            DemoService.sleep((long) (seconds * 1000));
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
        boolean answers(double millis, Traffic traffic) {
            DemoService.sleep((long) millis);
            return true;
        }
    },
    /** It ends by itself, so many seconds after its first request. */
    DIES_AFTER("seconds") {
        @Override
        boolean answers(double seconds, Traffic traffic) {
            if (traffic.lasts(seconds)) {
                Runtime.getRuntime().halt(1);
            }
            return true;
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
        boolean answers(double none, Traffic traffic) {
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

    /** Acts before the service listens. */
    void boot(double amount) {}

    /** Whether a health check in {@code zone} passes. */
    boolean passesCheck(String zone) {
        return true;
    }

    /** The status of the answer to anything but a health check. */
    int status(double amount, Traffic traffic) {
        return 200;
    }

    /** Acts on a request of the load; returns whether it is answered at all. */
    boolean answers(double amount, Traffic traffic) {
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
