package io.teal.release.model;

import io.teal.release.engine.Decision;
import io.teal.release.journal.Journal;
import io.teal.release.observation.Hook;

/**
 * A run of the model.
 *
 * @param recovers whether its plan is the one that goes home with the stack
 * @param journal what is durable
 * @param flying the call it has sent and not heard of; null if none
 * @param hook what the hook last answered it
 */
record Run(boolean recovers, Journal journal, Decision.Call flying, Hook hook) {

    static Run fresh(boolean recovers) {
        return new Run(recovers, Journal.begin(Clock.NOW), null, Hook.UNKNOWN);
    }

    Run remember(Journal next) {
        return new Run(recovers, next, null, hook);
    }

    Run send(Decision.Call call) {
        return new Run(recovers, journal, call, hook);
    }

    Run hear(Hook answer) {
        return new Run(recovers, journal, flying, answer);
    }

    boolean ended() {
        return journal.outcome().isPresent();
    }
}
