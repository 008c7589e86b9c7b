/**
 * Elastic Load Balancing: reads load balancers, listeners, rules and target groups of a template, and emulates an
 * Application Load Balancer over HTTP and a Network Load Balancer over TCP.
 */
package io.teal.rehearsal.aws.elb;
