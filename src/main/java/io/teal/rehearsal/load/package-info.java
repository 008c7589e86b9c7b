/**
 * The load: an open loop in a process of its own, without retries, and its ledger. Depends on the http and fleet
 * packages.
 */
package io.teal.rehearsal.load;
