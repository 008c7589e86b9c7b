/** The adapter of {@code io.teal.operate.account} on the AWS SDK. Translates and decides nothing. */
package io.teal.operate.aws;
