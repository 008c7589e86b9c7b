package io.teal.release.model;

import io.teal.release.Color;
import io.teal.release.engine.Decision;
import io.teal.release.engine.Engine;
import io.teal.release.journal.Journal;
import io.teal.release.observation.Weights;
import io.teal.release.plan.Plan;
import io.teal.release.step.Effect;
import io.teal.release.step.Step;
import io.teal.release.steps.AwaitDrained;
import io.teal.release.steps.ReturnHome;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** What runs do: they tick, their calls land, are lost, or land late; time passes for them. */
final class Runs {
    private static final Look[] LOOKS = Look.values();

    private final Scenario scenario;
    private final Ticks ticks;
    private final Laws laws;
    private final Color gaining;

    Runs(Scenario scenario, Ticks ticks, Laws laws) {
        this.scenario = scenario;
        this.ticks = ticks;
        this.laws = laws;
        this.gaining = scenario.plan().toward();
    }

    void events(World world, Model.Events events) {
        one(world, world.run, events);
        if (world.older != null) {
            one(world, world.older, events);
        }
        if (world.late != null) {
            late(world, events);
        }
    }

    private void one(World world, Run run, Model.Events events) {
        if (run.flying() != null) {
            new Calls(this, laws, world, run, events).events();
            return;
        }
        boolean justBegun = Clock.age(run.journal()).isZero();
        Ticks.Sight sight = ticks.sight(world, run);
        for (Look look : LOOKS) {
            if (look.possible(world, justBegun)) {
                tick(world, run, look, sight.tick(look), events);
            }
        }
        if (!run.ended()) {
            time(world, run, events);
            driverFails(world, run, events);
        }
    }

    private void tick(World world, Run run, Look look, Ticks.Tick tick, Model.Events events) {
        Decision decision = tick.decision();
        String law = laws.decided(world, run, look, decision);
        if (law != null) {
            events.broken(law, name(world, run, look, decision));
            return;
        }
        if (!tick.changes()) {
            return;
        }
        World next = with(world, run, tick.after());
        next.quiet |= decision instanceof Decision.Note
                && tick.after().journal().intent().isEmpty()
                && run == world.run;
        next.faults -= look.fault() ? 1 : 0;
        events.to(next, () -> name(world, run, look, decision), look == Look.AS_IT_IS);
    }

    private String name(World world, Run run, Look look, Decision decision) {
        String who = run == world.run
                ? scenario.plan(run).purpose().toString()
                : "older " + scenario.plan(run).purpose();
        String saw = look == Look.AS_IT_IS ? "" : " (" + look + ")";
        return who + saw + ": " + decision.getClass().getSimpleName() + " " + decision.why();
    }

    /** A call that was sent long ago lands, or never will; it does so before the next tick's time. */
    private void late(World world, Model.Events events) {
        World lost = world.copy();
        lost.late = null;
        events.to(lost, () -> "a late call never lands", true);
        World all = lost.copy();
        apply(all, world.late);
        lands(world, all, events);
        for (Weights live : partly(world, world.late)) {
            World part = lost.copy();
            write(part, live);
            lands(world, part, events);
        }
    }

    /** It landed within a tick of the step's beginning, and steps that need quiet wait a tick more. */
    private void lands(World world, World next, Model.Events events) {
        next.quiet = true;
        String law = laws.landed(world, next);
        if (law != null) {
            events.broken(law, "late " + world.late + " lands");
        } else {
            events.to(next, () -> "late " + world.late + " lands", true);
        }
    }

    private void time(World world, Run run, Model.Events events) {
        Plan plan = scenario.plan(run);
        Step step = Clock.step(plan, run.journal());
        boolean landing = world.late != null || flies(world.run) || flies(world.older);
        if (step == null || landing) {
            return;
        }
        pass(world, run, step.takes(), () -> "time passes", events);
        pass(
                world,
                run,
                step.patience(),
                () -> "the deadline of " + step.getClass().getSimpleName() + " passes",
                events);
    }

    private void pass(World world, Run run, Duration age, Supplier<String> event, Model.Events events) {
        if (Clock.age(run.journal()).compareTo(age) >= 0) {
            return;
        }
        Step step = Clock.step(scenario.plan(run), run.journal());
        World next = with(world, run, run.remember(Clock.aged(run.journal(), age)));
        boolean seenCold = step instanceof ReturnHome && run.recovers() || step instanceof AwaitDrained;
        next.cold |= seenCold && world.quiet && world.share(gaining) == 0;
        events.to(next, event, true);
    }

    private static boolean flies(Run run) {
        return run != null && run.flying() != null;
    }

    private void driverFails(World world, Run run, Model.Events events) {
        if (world.faults > 0) {
            Journal aborted = Engine.abort(scenario.plan(run), run.journal(), "", Clock.NOW);
            World next = with(world, run, run.remember(Clock.plain(aborted)));
            next.faults--;
            events.to(next, () -> "the state machine gives up and aborts", false);
        }
    }

    World with(World world, Run run, Run after) {
        World next = world.copy();
        if (run == world.run) {
            next.run = after;
        } else {
            next.older = after;
        }
        return next;
    }

    void apply(World world, Effect effect) {
        if (effect instanceof Effect.SetWeights write) {
            write(world, write.to());
        } else if (effect instanceof Effect.SetDesired size) {
            boolean gains = size.color() == gaining;
            world.fleet(gains, world.fleet(gains).sized(size.desired()));
        } else if (effect instanceof Effect.StopOlderRuns) {
            world.late = world.older == null || world.older.flying() == null
                    ? world.late
                    : world.older.flying().effect();
            world.older = null;
        } else if (effect instanceof Effect.MarkPromoted) {
            world.marked = true;
        }
    }

    /** What {@code effect} makes of the weights if it lands in one place only. */
    List<Weights> partly(World world, Effect effect) {
        return effect instanceof Effect.SetWeights write ? scenario.inPart(world.live, write.to()) : List.of();
    }

    void write(World world, Weights weights) {
        world.quiet &= weights.equals(world.live);
        world.cold &= weights.of(gaining) == 0;
        world.live = weights;
        world.foreign = false;
    }
}
