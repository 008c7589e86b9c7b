package io.teal.verify;

/**
 * What a probe found.
 *
 * @param seen whether AWS behaved as it is relied on
 * @param figure what was measured, one line
 */
record Finding(boolean seen, String figure) {}
