package io.teal.release.model;

import io.teal.release.observation.Gate;
import java.util.List;

/** What the alarms of the model may say. */
enum Signal {
    OK(new Gate(Gate.Alarm.OK, 100, 0)),
    FEW(new Gate(Gate.Alarm.OK, 1, 0)),
    NO_DATA(new Gate(Gate.Alarm.NO_DATA, 0, 0)),
    ALARM(new Gate(Gate.Alarm.ALARM, 100, 0));

    static final long ENOUGH = 100;

    private final Gate gate;

    Signal(Gate gate) {
        this.gate = gate;
    }

    Gate gate() {
        return gate;
    }

    /** What it may become as requests come in. */
    List<Signal> better() {
        return this == FEW || this == NO_DATA ? List.of(OK) : List.of();
    }

    /** What it may become by misfortune; an alarm that goes off again flaps. */
    List<Signal> worse() {
        return this == OK ? List.of(FEW, NO_DATA, ALARM) : this == ALARM ? List.of(OK) : List.of(ALARM);
    }
}
