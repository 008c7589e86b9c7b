package io.teal.operate.plan;

/**
 * Hosts of both colours together.
 *
 * @param now before the deploy
 * @param during while it goes on, at most
 * @param after when it is settled
 */
public record Capacity(int now, int during, int after) {}
