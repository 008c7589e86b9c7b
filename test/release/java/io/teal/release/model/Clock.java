package io.teal.release.model;

import io.teal.release.journal.Journal;
import io.teal.release.plan.Plan;
import io.teal.release.step.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Time as the model has it: it is always the same moment; a step began just now, long enough ago, or too long ago. */
final class Clock {
    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private Clock() {}

    static Step step(Plan plan, Journal journal) {
        List<Step> steps = journal.goingBack() ? plan.back() : plan.steps();
        return journal.step() < steps.size() ? steps.get(journal.step()) : null;
    }

    static Duration age(Journal journal) {
        return Duration.between(journal.since(), NOW);
    }

    /** The journal with its words left out: the engine never reads them. */
    static Journal plain(Journal journal) {
        return with(journal, journal.outcome().isPresent() ? NOW : journal.since());
    }

    static Journal aged(Journal journal, Duration age) {
        return with(journal, NOW.minus(age));
    }

    private static Journal with(Journal journal, Instant since) {
        return new Journal(
                journal.goingBack(),
                journal.step(),
                since,
                journal.at(),
                journal.intent(),
                journal.stray(),
                journal.floor(),
                journal.installing(),
                journal.outcome(),
                "");
    }
}
