/** The part of HTTP/1.1 that the load balancer, the load generator and the demo service share. */
package io.teal.rehearsal.http;
