package io.teal.release.model;

import io.teal.release.engine.Decision;
import io.teal.release.observation.Hook;
import io.teal.release.observation.Weights;
import io.teal.release.step.Effect;

/** What can become of a call that a run has sent. */
final class Calls {
    private final Runs runs;
    private final Laws laws;
    private final World world;
    private final Run run;
    private final Decision.Call call;
    private final Model.Events events;

    Calls(Runs runs, Laws laws, World world, Run run, Model.Events events) {
        this.runs = runs;
        this.laws = laws;
        this.world = world;
        this.run = run;
        this.call = run.flying();
        this.events = events;
    }

    void events() {
        boolean mustWait = call.effect() instanceof Effect.StopOlderRuns && world.late != null;
        if (mustWait) {
            return;
        }
        boolean moved = call.effect() instanceof Effect.SetWeights write
                && !write.from().equals(world.live);
        if (moved) {
            to(forgets(), "the call finds other weights and does not write", true);
            land(remembers(), "race: the weights change between the call's check and its write", false);
        } else {
            boolean hook = call.effect() instanceof Effect.InvokeHook;
            land(hook ? hears(Hook.PASSED) : remembers(), "done", true);
        }
        if (world.faults > 0) {
            faults();
        }
    }

    private void faults() {
        charged(forgets(), "throttled, 5xx or a crash before it");
        World deaf = forgets();
        charge(deaf);
        runs.partly(world, call.effect()).forEach(live -> inPart(live));
        land(deaf, "applied, but timed out or a crash after it", false);
        if (world.late == null && !(call.effect() instanceof Effect.StopOlderRuns)) {
            World late = forgets();
            late.late = call.effect();
            charged(late, "timed out, and on its way");
        }
        charged(remembers(), "answered, but nothing changed");
        if (call.effect() instanceof Effect.InvokeHook) {
            charged(hears(Hook.FAILED), "the hook fails");
            charged(hears(Hook.GOES_ON), "the hook is not done");
        }
    }

    private void inPart(Weights live) {
        World part = forgets();
        charge(part);
        runs.write(part, live);
        landed(part, "applied in one place, and not in the other", false);
    }

    private void land(World next, String how, boolean fair) {
        runs.apply(next, call.effect());
        landed(next, how, fair);
    }

    private void landed(World next, String how, boolean fair) {
        String law = laws.landed(world, next);
        if (law != null) {
            events.broken(law, name(how));
        } else {
            events.to(next, () -> name(how), fair);
        }
    }

    private World hears(Hook answer) {
        return runs.with(world, run, run.remember(call.journal()).hear(answer));
    }

    private World forgets() {
        return runs.with(world, run, run.remember(run.journal()));
    }

    private World remembers() {
        return runs.with(world, run, run.remember(call.journal()));
    }

    private void charged(World next, String how) {
        charge(next);
        to(next, how, false);
    }

    private static void charge(World next) {
        next.faults--;
    }

    private void to(World next, String how, boolean fair) {
        events.to(next, () -> name(how), fair);
    }

    private String name(String how) {
        return call.effect() + ": " + how;
    }
}
