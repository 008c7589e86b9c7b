package io.teal.cli;

import io.teal.operate.Pause;
import io.teal.operate.account.Account;
import io.teal.release.port.Aws;
import java.time.Clock;
import java.util.Optional;

/**
 * A connection to an AWS account.
 *
 * @param aws the AWS calls that a run makes
 * @param account the further AWS calls of the verbs
 * @param clock the time
 * @param pause how to wait
 */
record Connection(Aws aws, Account account, Clock clock, Pause pause) {

    /** Opens connections; the SDK is loaded only then. */
    interface Opener {
        Connection open(Optional<String> profile, Optional<String> region);
    }
}
