/**
 * The port, on AWS's SDK: one adapter for each service, which translates and decides nothing. Calls that only read are
 * retried by the client; a call that changes something is sent once, and the next tick reads its effect.
 */
package io.teal.runtime.aws;
