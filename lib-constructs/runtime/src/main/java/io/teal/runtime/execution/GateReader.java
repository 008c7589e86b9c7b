package io.teal.runtime.execution;

import io.teal.release.journal.Journal;
import io.teal.release.observation.Gate;
import io.teal.release.plan.Plan;
import io.teal.release.steps.WatchAlarms;
import java.time.Clock;
import java.time.Instant;

/** Reads the alarms and their evidence for a tick, if its step heeds them. */
record GateReader(Observer observer, Clock clock, Plan plan, Payload payload) {

    /** The requests count when an alarm's watch is over. */
    Gate read(Journal now) {
        if (plan.purpose() != Plan.Purpose.SHIFT || now.at().isEmpty() || now.goingBack()) {
            return Gate.NONE;
        }
        Instant since = now.since();
        boolean counts =
                plan.step(now) instanceof WatchAlarms watch && !clock.instant().isBefore(since.plus(watch.takes()));
        Gate gate = observer.gate(plan.toward(), since, counts, FunctionCalls.answered(payload, since));
        return FunctionCalls.failed(payload, since) ? new Gate(Gate.Alarm.ALARM, gate.samples(), gate.probes()) : gate;
    }
}
