package io.teal.release.walk;

import java.util.random.RandomGenerator;

/**
 * Something that happens in a walk.
 *
 * @param kind what
 * @param color 0 or 1: whose
 * @param number how much; each kind makes of it what it needs
 */
record Event(Kind kind, int color, int number) {

    /** Kinds of events; the likelier ones stand more than once in {@link #LIKELY}. */
    enum Kind {
        /** A tick's time passes, and every run that has not ended ticks until it waits. */
        TICK,
        /** As a tick, but the first call is lost. */
        TICK_LOST,
        /** As a tick, but the first call lands and its answer is lost. */
        TICK_DEAF,
        /** As a tick, but the first call lands seconds later. */
        TICK_LATE,
        /** As a tick, but something cannot be read. */
        TICK_BLIND,
        /** As a tick, on health read a while ago. */
        TICK_STALE,
        /** Many seconds pass without a tick. */
        PAUSE,
        /** Hosts of a fleet become healthy, one after the other. */
        BOOT,
        /** A host of a fleet fails in one group. */
        FAIL,
        /** Auto Scaling changes a fleet's desired capacity. */
        SCALE,
        /** Hosts of another release appear, or go. */
        STRANGERS,
        /** A person tells the run to go on, or to turn back. */
        WORD,
        /** The alarms speak. */
        SIGNAL,
        /** Someone else writes weights. */
        WRITER,
        /** The stack turns back, or goes forward again. */
        STACK,
        /** The state machine gives up. */
        ABORT
    }

    private static final Kind[] LIKELY = {
        Kind.TICK,
        Kind.TICK,
        Kind.TICK,
        Kind.TICK,
        Kind.TICK,
        Kind.TICK,
        Kind.TICK,
        Kind.TICK,
        Kind.TICK,
        Kind.TICK,
        Kind.PAUSE,
        Kind.PAUSE,
        Kind.BOOT,
        Kind.BOOT,
        Kind.BOOT,
        Kind.BOOT,
        Kind.BOOT,
        Kind.BOOT,
        Kind.SIGNAL,
        Kind.WORD
    };

    static Event random(RandomGenerator random) {
        Kind[] all = Kind.values();
        boolean likely = random.nextInt(8) > 0;
        Kind kind = likely ? LIKELY[random.nextInt(LIKELY.length)] : all[random.nextInt(all.length)];
        return new Event(kind, random.nextInt(2), random.nextInt(1000));
    }
}
