/** Fleets of real processes, none of which outlives the command. Depends on the balancer and model packages. */
package io.teal.rehearsal.fleet;
