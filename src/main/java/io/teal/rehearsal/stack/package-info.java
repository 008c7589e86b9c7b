/**
 * The CloudFormation stand-in: what an update changes, and in which order. Depends on the template, model, balancer and
 * fleet packages.
 */
package io.teal.rehearsal.stack;
