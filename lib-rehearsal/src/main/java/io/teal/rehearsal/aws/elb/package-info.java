/**
 * Elastic Load Balancing: what a template says of load balancers, listeners, rules and target groups, and a stand-in
 * that behaves as an Application Load Balancer does over real HTTP, and as a Network Load Balancer does over TCP.
 */
package io.teal.rehearsal.aws.elb;
