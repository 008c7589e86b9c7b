package io.teal.rehearsal.sim;

import io.teal.release.observation.Weights;

/** The production listeners of a service, one for each port, and what somebody does to them by hand. */
public final class Listeners {
    private final World world;

    Listeners(World world) {
        this.world = world;
    }

    /** Whether the service has more than one port. */
    public boolean areSeveral() {
        return world.balancer.ports > 1;
    }

    /** Someone writes weights, but forgets every port but the first. */
    public void handOnOne(Weights weights) {
        world.story.tell(() -> "by hand, on the first port: " + weights);
        world.balancer.write(Balancer.PRODUCTION, weights);
        world.judge.hand(world.balancer.weights().orElseThrow());
    }

    /** Somebody deletes that of the second port. */
    public void deleteSecond() {
        world.balancer.deleteSecond();
    }

    /** Somebody makes a second rule that forwards to both colours, or deletes it. */
    public void secondRule(boolean there) {
        world.balancer.doubled(there);
    }
}
