package io.teal.operate.account;

import io.teal.operate.Pause;
import io.teal.release.port.Aws;
import io.teal.release.port.Reads;
import java.time.Clock;

/**
 * A connection to an AWS account.
 *
 * @param aws the AWS calls that a run makes
 * @param account the further AWS calls of the verbs
 * @param clock the time
 * @param pause how to wait
 * @param reads how calls that only read are sent
 */
public record Connection(Aws aws, Account account, Clock clock, Pause pause, Reads reads) {}
