/** Compares what the client sent with what the servers saw. Depends on the load package. */
package io.teal.rehearsal.ledger;
