/**
 * CodeDeploy's stand-in: revisions that are folders, deployments that run their scripts as real processes on the hosts
 * of a rehearsal, and the launch hook. Depends on the balancer, fleet and model packages and on the port.
 */
package io.teal.rehearsal.codedeploy;
