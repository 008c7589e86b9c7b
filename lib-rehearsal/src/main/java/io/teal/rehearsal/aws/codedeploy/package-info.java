/**
 * CodeDeploy: what a template says of deployment groups, and a stand-in whose revisions are folders and whose
 * deployments run their scripts as real processes on the hosts of a rehearsal.
 */
package io.teal.rehearsal.aws.codedeploy;
