/**
 * The calls to the outside that a run needs, shaped like those of AWS, one to one: adapters translate and decide
 * nothing.
 */
package io.teal.release.port;
