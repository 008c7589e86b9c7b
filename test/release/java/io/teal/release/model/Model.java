package io.teal.release.model;

import io.teal.release.engine.Mutant;
import io.teal.release.observation.Direction;
import io.teal.release.search.Space;
import java.util.List;
import java.util.function.Supplier;

/** All that can happen in a scenario: what the runs do, and what is done to them. */
public final class Model implements Space {
    private final Scenario scenario;
    private final Packing packing = new Packing();
    private final Runs runs;
    private final Luck luck;
    private final Stacks stacks;

    /** What can happen in {@code scenario} to runs that {@code engine} decides for. */
    public Model(Scenario scenario, Mutant engine) {
        this.scenario = scenario;
        Laws laws = new Laws(scenario);
        this.runs = new Runs(scenario, new Ticks(scenario, engine, packing), laws);
        this.luck = new Luck(scenario);
        this.stacks = new Stacks(scenario, laws);
    }

    /** Worlds instead of numbers. */
    interface Events {
        void to(World next, Supplier<String> event, boolean fair);

        void broken(String law, String event);
    }

    @Override
    public List<Long> starts() {
        return scenario.starts().stream().map(packing::pack).toList();
    }

    @Override
    public void expand(long state, Edges edges) {
        expand(packing.unpack(state), new Events() {
            @Override
            public void to(World next, Supplier<String> event, boolean fair) {
                edges.to(packing.pack(next), event, fair);
            }

            @Override
            public void broken(String law, String event) {
                edges.broken(law, event);
            }
        });
    }

    void expand(World world, Events events) {
        stacks.events(world, events);
        if (over(world)) {
            return;
        }
        runs.events(world, events);
        luck.events(world, events);
    }

    @Override
    public boolean ended(long state) {
        return over(packing.unpack(state));
    }

    static boolean over(World world) {
        return world.late == null && quiet(world.run) && quiet(world.older) && settled(world);
    }

    private static boolean settled(World world) {
        return world.stack == Direction.IDLE || world.stack == Direction.DELETE;
    }

    private static boolean quiet(Run run) {
        return run == null || run.ended() && run.flying() == null;
    }

    @Override
    public String show(long state) {
        return packing.unpack(state).toString();
    }
}
