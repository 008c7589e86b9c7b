/**
 * A load balancer with an Application Load Balancer's manners, over real HTTP. Depends on the http and model packages.
 */
package io.teal.rehearsal.balancer;
