package io.teal.release.walk;

import io.teal.release.engine.Decision;
import io.teal.release.observation.Hook;
import io.teal.release.step.Effect;

/** What becomes of a call of a walk. */
final class Hands {
    private final Walk walk;
    private final Actor run;
    private final Decision.Call call;

    Hands(Walk walk, Actor run, Decision.Call call) {
        this.walk = walk;
        this.run = run;
        this.call = call;
    }

    void call(Event event) {
        switch (event.kind()) {
            case TICK_LOST -> {}
            case TICK_LATE -> {
                long seconds = 1 + event.number() % 29;
                walk.service.late.add(new Service.Late(walk.service.now.plusSeconds(seconds), this::land));
            }
            case TICK_DEAF -> land();
            default -> {
                land();
                run.hook = call.effect() instanceof Effect.InvokeHook ? Hook.PASSED : run.hook;
                run.remember(call.journal());
            }
        }
    }

    private void land() {
        if (call.effect() instanceof Effect.SetWeights write) {
            if (walk.service.live.equals(write.from())) {
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
