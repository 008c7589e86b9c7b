/**
 * CodeDeploy: reads deployment groups of a template; in a stand-in revisions are folders, and deployments run their
 * scripts as real processes on the hosts of a rehearsal.
 */
package io.teal.rehearsal.aws.codedeploy;
