package io.teal.release.walk;

import io.teal.release.engine.Decision;
import io.teal.release.observation.Hook;
import io.teal.release.step.Effect;

/** What becomes of a call of a walk. */
final class Hands {
    private final Walk walk;
    private final Actor run;
    private final Decision.Call call;

    /** The place that a call was to write after another. */
    private int left = -1;

    Hands(Walk walk, Actor run, Decision.Call call) {
        this.walk = walk;
        this.run = run;
        this.call = call;
    }

    void call(Event event) {
        switch (event.kind()) {
            case TICK_LOST -> inPart(event);
            case TICK_LATE -> {
                inPart(event);
                long seconds = 1 + event.number() % 29;
                walk.service.late.add(new Service.Late(walk.service.now.plusSeconds(seconds), this::land));
            }
            case TICK_DEAF -> land();
            default -> {
                land();
                run.remember(call.journal());
                if (call.effect() instanceof Effect.InvokeHook) {
                    run.hook = event.number() % 5 == 1 ? Hook.GOES_ON : Hook.PASSED;
                }
            }
        }
    }

    /** Of two places one is written, and the call fails at the other. */
    private void inPart(Event event) {
        boolean part = walk.service.places > 1 && event.number() % 2 == 0;
        if (part && call.effect() instanceof Effect.SetWeights write && walk.service.live.equals(write.from())) {
            walk.service.write(event.color(), write.to());
            left = 1 - event.color();
        }
    }

    /** What the call found is not looked at again: each place that it was to write is written. */
    private void land() {
        if (call.effect() instanceof Effect.SetWeights write) {
            if (left >= 0) {
                walk.service.write(left, write.to());
            } else if (walk.service.live.equals(write.from())) {
                walk.service.write(write.to());
            }
        } else if (call.effect() instanceof Effect.SetDesired size) {
            walk.service.hosts.get(size.color()).size(size.desired());
        } else if (call.effect() instanceof Effect.StopOlderRuns) {
            walk.stopOlder();
        } else if (call.effect() instanceof Effect.MarkPromoted mark) {
            walk.service.marked.add(mark.color());
        }
    }
}
