/**
 * What the operator's verbs do, without the command line: each verb has a package. Depends on {@code io.teal.release},
 * {@code io.teal.runtime} and {@code io.teal.rehearsal.assembly}.
 */
package io.teal.operate;
