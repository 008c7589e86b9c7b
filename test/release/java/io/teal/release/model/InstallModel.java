package io.teal.release.model;

import io.teal.release.engine.Decision;
import io.teal.release.engine.Engine;
import io.teal.release.engine.Mutant;
import io.teal.release.model.InstallWorld.Host;
import io.teal.release.model.InstallWorld.Life;
import io.teal.release.model.InstallWorld.Rollout;
import io.teal.release.model.InstallWorld.Runs;
import io.teal.release.observation.Direction;
import io.teal.release.plan.Plan;
import io.teal.release.search.Space;
import io.teal.release.step.Effect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** All that can happen while a run installs: to hosts, to deployments, to tags, to its calls and to the stack. */
public final class InstallModel implements Space {
    private final Plan plan;
    private final Mutant engine;
    private final InstallLaws laws;
    private final List<InstallWorld> starts;
    private final Map<List<Object>, Long> numbers = new HashMap<>();
    private final List<InstallWorld> worlds = new ArrayList<>();

    /** What can happen to a run with {@code plan} that {@code engine} decides for. */
    InstallModel(Plan plan, List<InstallWorld> starts, Mutant engine) {
        this.plan = plan;
        this.engine = engine;
        this.laws = new InstallLaws(plan);
        this.starts = starts;
    }

    /** Takes events. */
    private interface Events {
        void to(InstallWorld next, Supplier<String> event, boolean fair);

        void broken(String law, String event);
    }

    private long number(InstallWorld world) {
        return numbers.computeIfAbsent(world.key(), key -> {
            worlds.add(world);
            return (long) worlds.size() - 1;
        });
    }

    @Override
    public List<Long> starts() {
        return starts.stream().map(this::number).toList();
    }

    @Override
    public boolean ended(long state) {
        return over(worlds.get((int) state));
    }

    private static boolean over(InstallWorld world) {
        return world.ended() && world.flying == null;
    }

    @Override
    public String show(long state) {
        return worlds.get((int) state).toString();
    }

    @Override
    public void expand(long state, Edges edges) {
        InstallWorld world = worlds.get((int) state);
        Events events = new Events() {
            @Override
            public void to(InstallWorld next, Supplier<String> event, boolean fair) {
                edges.to(number(next), event, fair);
            }

            @Override
            public void broken(String law, String event) {
                edges.broken(law, event);
            }
        };
        if (world.flying != null) {
            call(world, events);
        } else {
            ticks(world, events);
        }
        if (!over(world)) {
            new InstallLuck(world, events::to).events();
            time(world, events);
            turn(world, events);
        }
    }

    private void ticks(InstallWorld world, Events events) {
        for (InstallSight sight : InstallSight.values()) {
            if (sight == InstallSight.AS_IT_IS || world.faults > 0) {
                tick(world, sight, events);
            }
        }
    }

    private void tick(InstallWorld world, InstallSight sight, Events events) {
        Decision decision = engine.decide(plan, world.journal, sight.of(world));
        String law = laws.decided(world, decision);
        if (law != null) {
            events.broken(law, name(decision));
            return;
        }
        InstallWorld next = world.copy();
        next.faults -= sight == InstallSight.AS_IT_IS ? 0 : 1;
        if (decision instanceof Decision.Call call) {
            next.flying = call.effect();
        } else {
            next.journal = Clock.plain(decision.journal());
        }
        boolean same = next.flying == null && next.journal.equals(world.journal);
        if (!same) {
            events.to(next, () -> name(decision), sight == InstallSight.AS_IT_IS);
        }
    }

    private static String name(Decision decision) {
        return decision.getClass().getSimpleName() + " " + decision.why();
    }

    private void call(InstallWorld world, Events events) {
        Effect effect = world.flying;
        InstallWorld done = landed(world);
        boolean taken = effect.call(new InstallCalls(done));
        if (taken) {
            InstallCalls.answered(done, effect);
        }
        events.to(done, () -> effect + (taken ? ": done" : ": one is running"), true);
        if (world.faults > 0) {
            InstallWorld lost = landed(world);
            lost.faults--;
            events.to(lost, () -> effect + ": throttled, or a crash before it", false);
            InstallWorld deaf = landed(world);
            deaf.faults--;
            effect.call(new InstallCalls(deaf));
            events.to(deaf, () -> effect + ": applied, and its answer lost", false);
            InstallWorld refused = landed(world);
            refused.faults--;
            refused.journal = refused.journal.refuse("", Clock.NOW.minus(Duration.ofMinutes(3)));
            events.to(refused, () -> effect + ": refused for minutes", false);
        }
    }

    private static InstallWorld landed(InstallWorld world) {
        InstallWorld next = world.copy();
        next.flying = null;
        return next;
    }

    private void time(InstallWorld world, Events events) {
        if (world.ended() || world.flying != null) {
            return;
        }
        for (Duration age : List.of(
                plan.step(world.journal).takes(), plan.step(world.journal).patience())) {
            if (Clock.age(world.journal).compareTo(age) < 0) {
                InstallWorld next = world.copy();
                next.journal = Clock.aged(world.journal, age);
                events.to(
                        next, () -> age + " pass in " + plan.step(world.journal).name(), true);
            }
        }
        if (world.faults > 0) {
            InstallWorld next = world.copy();
            next.faults--;
            next.journal = Clock.plain(Engine.abort(plan, world.journal, "", Clock.NOW));
            events.to(next, () -> "the state machine gives up and aborts", false);
        }
    }

    private void turn(InstallWorld world, Events events) {
        if (world.turns > 0) {
            for (Direction direction : List.of(Direction.FORWARD, Direction.BACKWARD, Direction.DELETE)) {
                InstallWorld next = world.copy();
                next.turns--;
                next.stack = direction;
                events.to(next, () -> "the stack turns " + direction, false);
            }
        }
    }

    /** What a host that is not there is. */
    static Host absent() {
        return new Host(Life.ABSENT, Runs.BEFORE, Runs.WANTED, Runs.WANTED);
    }

    /** A deployment that has ended. */
    static Rollout ended(String status, Rollout rollout) {
        return new Rollout(status, rollout.hosts(), rollout.done(), rollout.unsuccessful());
    }
}
