/**
 * The AWS calls that a run needs, one method each: adapters translate and decide nothing. Depends on {@code java..}
 * only.
 */
package io.teal.release.port;
