/** EC2 Auto Scaling: reads Auto Scaling groups of a template; a stand-in runs their hosts as real processes. */
package io.teal.rehearsal.aws.autoscaling;
