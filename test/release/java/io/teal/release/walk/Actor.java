package io.teal.release.walk;

import io.teal.release.journal.Journal;
import io.teal.release.journal.JournalText;
import io.teal.release.observation.Hook;
import io.teal.release.observation.Word;
import io.teal.release.plan.Plan;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A run in a walk. What it remembers goes through its text at every tick, as in a state machine. */
final class Actor {
    final Plan plan;
    final Instant began;
    private Map<String, String> payload;
    Hook hook = Hook.UNKNOWN;
    Optional<Word> word = Optional.empty();

    Actor(Plan plan, Instant now) {
        this.plan = plan;
        this.began = now;
        remember(Journal.begin(now));
    }

    Journal journal() {
        return JournalText.read(payload);
    }

    void remember(Journal journal) {
        boolean moves = payload != null && journal().step() != journal.step();
        hook = moves ? Hook.UNKNOWN : hook;
        payload = JournalText.write(journal);
    }

    boolean ended() {
        return payload.containsKey("outcome");
    }
}
