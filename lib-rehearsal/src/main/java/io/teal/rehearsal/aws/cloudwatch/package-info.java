/** CloudWatch: alarms of a template, and their states, computed from the load balancer's metrics. */
package io.teal.rehearsal.aws.cloudwatch;
