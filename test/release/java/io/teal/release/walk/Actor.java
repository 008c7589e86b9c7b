package io.teal.release.walk;

import io.teal.release.journal.Journal;
import io.teal.release.journal.JournalText;
import io.teal.release.observation.Hook;
import io.teal.release.observation.Word;
import io.teal.release.plan.Plan;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A run in a walk. What it remembers goes through its text at every tick, as in a state machine. */
final class Actor {
    final Plan plan;
    final Instant began;
    final Duration longest;
    private Journal journal;
    Hook hook = Hook.UNKNOWN;
    Optional<Word> word = Optional.empty();

    Actor(Plan plan, Instant now) {
        this.plan = plan;
        this.began = now;
        this.longest = Judge.longest(plan);
        remember(Journal.begin(now));
    }

    Journal journal() {
        return journal;
    }

    void remember(Journal next) {
        boolean moves = journal != null && journal.step() != next.step();
        hook = moves ? Hook.UNKNOWN : hook;
        journal = JournalText.read(JournalText.write(next));
    }

    boolean ended() {
        return journal.outcome().isPresent();
    }
}
