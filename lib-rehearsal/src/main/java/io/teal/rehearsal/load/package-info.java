/** The load: an open loop in a process of its own, without retries; its ledger, compared with the hosts'. */
package io.teal.rehearsal.load;
