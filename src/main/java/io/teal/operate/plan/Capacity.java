package io.teal.operate.plan;

/**
 * The number of hosts of both colours together.
 *
 * @param now before the deploy
 * @param during during the deploy, at most
 * @param after after the deploy
 */
public record Capacity(int now, int during, int after) {}
