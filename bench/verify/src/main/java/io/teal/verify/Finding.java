package io.teal.verify;

/**
 * The result of a measurement.
 *
 * @param seen whether AWS behaved as Teal assumes
 * @param figure what was measured, one line
 */
record Finding(boolean seen, String figure) {}
