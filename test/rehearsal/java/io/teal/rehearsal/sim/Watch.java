package io.teal.rehearsal.sim;

/**
 * What the clock tells, for the clients' book and the judge. Nearly every event is a health check that finds what the
 * one before has found: then the flow goes on as it was, and no law is looked at.
 */
final class Watch {
    private final World world;
    /** Whether something may have changed since the laws were looked at. */
    private boolean touched;

    Watch(World world) {
        this.world = world;
    }

    /** Something may have changed that was no event. */
    void touched() {
        touched = true;
        world.ledger.changes();
    }

    /** So many seconds are about to pass. */
    void passes(double seconds) {
        if (world.settling.isEmpty()) {
            world.ledger.flow(seconds);
        }
    }

    /** An event has happened. */
    void happened() {
        boolean asBefore = world.cloud.network.onlyProbed() && !touched;
        if (world.settling.isEmpty() && !asBefore) {
            touched = false;
            world.ledger.changes();
            world.judge.looks();
        }
    }
}
