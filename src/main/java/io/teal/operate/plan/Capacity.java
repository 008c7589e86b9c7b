package io.teal.operate.plan;

/**
 * The number of hosts of both colours together.
 *
 * @param now before the deploy
 * @param during during the deploy, at most
 * @param after after the deploy
 * @param idle those after the deploy of a colour that has hosts of its own and no traffic
 */
public record Capacity(int now, int during, int after, int idle) {
    /** Both together. */
    Capacity plus(Capacity other) {
        return new Capacity(now + other.now, during + other.during, after + other.after, idle + other.idle);
    }
}
