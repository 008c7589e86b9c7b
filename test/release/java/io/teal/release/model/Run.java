package io.teal.release.model;

import io.teal.release.engine.Decision;
import io.teal.release.journal.Journal;
import io.teal.release.observation.Hook;
import io.teal.release.observation.Word;

/**
 * A run of the model.
 *
 * @param recovers whether its plan is the one that goes home with the stack
 * @param journal what is durable
 * @param flying the call it has sent and not heard of; null if none
 * @param hook what the hook last answered it in this step
 * @param passed how many hooks have passed in earlier steps
 * @param word what a person has told it; null if nothing
 */
record Run(boolean recovers, Journal journal, Decision.Call flying, Hook hook, int passed, Word.Says word) {

    /** A run that goes on, of which no other sees more. */
    static final Run OLDER = fresh(false);

    static Run fresh(boolean recovers) {
        return new Run(recovers, Journal.begin(Clock.NOW), null, Hook.UNKNOWN, 0, null);
    }

    Run remember(Journal next) {
        boolean same = next.step() == journal.step() && next.goingBack() == journal.goingBack();
        int more = !same && hook == Hook.PASSED ? 1 : 0;
        return new Run(recovers, next, null, same ? hook : Hook.UNKNOWN, passed + more, word);
    }

    Run send(Decision.Call call) {
        return new Run(recovers, journal, call, hook, passed, word);
    }

    Run hear(Hook answer) {
        return new Run(recovers, journal, flying, answer, passed, word);
    }

    Run told(Word.Says says) {
        return new Run(recovers, journal, flying, hook, passed, says);
    }

    boolean ended() {
        return journal.outcome().isPresent();
    }
}
