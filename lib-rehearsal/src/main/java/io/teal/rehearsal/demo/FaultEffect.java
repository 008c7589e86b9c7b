package io.teal.rehearsal.demo;

import java.time.Duration;

/** How a fault acts: at one moment of a service's life. At all others the service is as usual. */
interface FaultEffect {
    /** Acts before the service listens. */
    default void boot(double amount) {}

    /** Whether a health check in {@code zone} passes. */
    default boolean passesCheck(String zone) {
        return true;
    }

    /** The status of the answer to anything but a health check. */
    default int status(double amount, Traffic traffic) {
        return 200;
    }

    /** Acts on a request of the load; returns whether it is answered at all. */
    default boolean answers(double amount, Traffic traffic) {
        return true;
    }

    /** How long an idle connection is kept. */
    default Duration keepAlive(double amount, Duration usual) {
        return usual;
    }

    /** Whether the service stops when it is asked to. */
    default boolean stops() {
        return true;
    }

    /** Acts before the service listens. */
    interface AtBoot extends FaultEffect {
        @Override
        void boot(double amount);
    }

    /** Fails health checks. */
    interface AtCheck extends FaultEffect {
        @Override
        boolean passesCheck(String zone);
    }

    /** Answers another status. */
    interface AtAnswer extends FaultEffect {
        @Override
        int status(double amount, Traffic traffic);
    }

    /** Acts before a request of the load is answered. */
    interface AtRequest extends FaultEffect {
        @Override
        boolean answers(double amount, Traffic traffic);
    }

    /** Acts on idle connections. */
    interface WhenIdle extends FaultEffect {
        @Override
        Duration keepAlive(double amount, Duration usual);
    }

    /** Acts when the service is asked to stop. */
    interface AtStop extends FaultEffect {
        @Override
        boolean stops();
    }
}
