package io.teal.cli;

import io.teal.operate.Pause;
import io.teal.operate.account.Account;
import io.teal.release.port.Aws;
import java.time.Clock;
import java.util.Optional;

/**
 * The way to an account.
 *
 * @param aws the port of a run
 * @param account what verbs ask beyond it
 * @param clock the time
 * @param pause how to wait
 */
record Connection(Aws aws, Account account, Clock clock, Pause pause) {

    /** Opens connections; nothing of the SDK is loaded before. */
    interface Opener {
        Connection open(Optional<String> profile, Optional<String> region);
    }
}
