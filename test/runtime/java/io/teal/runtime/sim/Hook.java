package io.teal.runtime.sim;

import java.util.Map;

/** The user's hook, and Teal's probe. */
public final class Hook {
    private final World world;
    private Temper temper = Temper.PASSES;
    private int called;

    /** What the hook does. */
    public enum Temper {
        /** Passes. */
        PASSES,
        /** Says no. */
        REFUSES,
        /** Throws. */
        THROWS,
        /** Does not answer in time. */
        HANGS,
        /** Passes, and its answer is lost. */
        IS_NOT_HEARD
    }

    Hook(World world) {
        this.world = world;
    }

    /** From now on it is so. */
    public void is(Temper now) {
        temper = now;
    }

    /** How often it was called. */
    public int called() {
        return called;
    }

    Map<String, Object> call(String function, Map<String, Object> payload) {
        world.time.pass(200 + world.random.nextInt(3000));
        if (function.equals(Template.PROBE)) {
            return Map.of("answered", 20, "failed", 0);
        }
        called++;
        world.story.tell(() -> "the hook " + temper + ": " + payload);
        return switch (temper) {
            case PASSES -> Map.of("passed", true);
            case REFUSES -> Map.of("passed", false, "reason", "the basket is empty");
            case THROWS -> throw new IllegalStateException("no basket");
            case IS_NOT_HEARD -> throw new IllegalStateException("Lambda.SdkClientException: connection reset");
            case HANGS -> {
                world.time.pass(world.timing.hook().toMillis());
                throw new IllegalStateException("Task timed out");
            }
        };
    }
}
