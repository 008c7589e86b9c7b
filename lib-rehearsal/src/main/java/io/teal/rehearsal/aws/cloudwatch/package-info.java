/** CloudWatch: what a template says of alarms, and their states, computed from what the load balancer counted. */
package io.teal.rehearsal.aws.cloudwatch;
