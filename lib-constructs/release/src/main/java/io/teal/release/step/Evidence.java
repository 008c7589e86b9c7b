package io.teal.release.step;

import io.teal.release.observation.Gate;

/** How much must have happened before the silence of alarms means anything. */
public enum Evidence {
    /** Requests of users; too few hold the step, and turn it back at its deadline. */
    REQUIRED,
    /** Whatever there is; too little is said, and the step goes on. */
    IF_ANY,
    /** Requests of users or Teal's own to the preview port. */
    PROBE;

    /** The samples in {@code gate} that count. */
    public long counted(Gate gate) {
        return this == PROBE ? gate.samples() + gate.probes() : gate.samples();
    }
}
