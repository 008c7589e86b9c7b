/**
 * EC2 Auto Scaling: what a template says of Auto Scaling groups, and a stand-in that runs their hosts as real
 * processes.
 */
package io.teal.rehearsal.aws.autoscaling;
