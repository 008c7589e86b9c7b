package io.teal.release.step;

import io.teal.release.observation.Gate;

/** Which requests must be seen before quiet alarms count. */
public enum Evidence {
    /** Requests of users; with too few the step waits, and turns back at its deadline. */
    REQUIRED,
    /** Any number; if there are too few, the log says so and the step goes on. */
    IF_ANY,
    /** Requests of users, or of the user's probe to the preview port. */
    PROBE;

    /** The samples in {@code gate} that count. */
    public long counted(Gate gate) {
        return this == PROBE ? gate.samples() + gate.probes() : gate.samples();
    }
}
