/** The AWS calls that a run needs, one method each: adapters translate and decide nothing. */
package io.teal.release.port;
