/**
 * A load balancer with an Application Load Balancer's manners, over real HTTP, and with a Network Load Balancer's, over
 * TCP. Depends on the http and model packages.
 */
package io.teal.rehearsal.balancer;
