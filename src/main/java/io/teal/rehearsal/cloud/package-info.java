/**
 * AWS on this machine, as the runs behind Preflight and Shift see it: the port over the balancer and the fleets, and
 * the executions that drive them. Depends on the balancer, fleet and model packages.
 */
package io.teal.rehearsal.cloud;
