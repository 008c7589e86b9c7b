/**
 * The little of HTTP/1.1 that the balancer, the generator and the demo service share. Depends on {@code java..} only.
 */
package io.teal.rehearsal.http;
