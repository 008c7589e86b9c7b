package io.teal.operate.account;

/**
 * Auto Scaling groups of a region.
 *
 * @param now how many there are
 * @param most how many there may be
 */
public record GroupCount(int now, int most) {}
