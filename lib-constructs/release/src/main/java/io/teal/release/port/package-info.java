/**
 * The calls to the outside that a run needs, shaped like those of AWS, one to one: adapters translate and decide
 * nothing. Depends on {@code java..} only.
 */
package io.teal.release.port;
