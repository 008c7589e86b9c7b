package io.teal.rehearsal.sim;

import io.teal.release.port.AwsException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Lambda's queue of events in a world where the function may not be able to run: it keeps an event, and loses one that
 * is too old or has failed too often.
 */
final class EventQueue {
    private static final int AGAIN_SECONDS = 60;
    private static final int TRIES = 3;

    /** From the first delivery, as the template says ({@code MaximumEventAgeInSeconds}). */
    private static final int AGE_SECONDS = 300;

    private final World world;
    private final Map<Object, Long> since = new HashMap<>();
    private final Map<Object, Integer> failures = new HashMap<>();
    private final Set<Object> lost = new HashSet<>();

    EventQueue(World world) {
        this.world = world;
    }

    /** Lambda delivers {@code event}, for the first time or again. */
    void deliver(Object event, Runnable handler) {
        long first = since.computeIfAbsent(event, any -> world.now());
        if (lost.contains(event)) {
            return;
        }
        if (world.now() - first >= AGE_SECONDS) {
            lose(event, "Lambda has kept it for as long as it may");
        } else if (world.faults.isDown()) {
            world.in(AGAIN_SECONDS, () -> world.cloud.lambda.deliver("an event", () -> deliver(event, handler)));
        } else {
            handle(event, handler);
        }
    }

    private void handle(Object event, Runnable handler) {
        try {
            world.faults.foreseen("an event", () -> {
                handler.run();
                return event;
            });
        } catch (AwsException | Faults.Death failed) {
            if (failures.merge(event, 1, Integer::sum) == TRIES) {
                lose(event, "Lambda has tried three times");
            }
            throw failed;
        }
    }

    private void lose(Object event, String why) {
        lost.add(event);
        world.judge.excuse("an event was lost: " + why);
    }
}
