/** Implements {@code io.teal.operate.account} with the AWS SDK; it translates, and decides nothing. */
package io.teal.operate.aws;
