package io.teal.release.search;

import io.teal.release.Color;
import io.teal.release.Strategy;
import io.teal.release.plan.Gating;
import io.teal.release.plan.Plan;
import io.teal.release.plan.Plans;
import io.teal.release.plan.Timing;
import io.teal.release.seen.Direction;
import io.teal.release.seen.Weights;
import io.teal.release.step.Evidence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The searches that together cover what a run may meet. Each names its bounds. */
final class Scenarios {
    static final Plans PLANS = new Plans(Timing.DEFAULT);
    private static final Duration STEP = Duration.ofMinutes(5);

    private Scenarios() {}

    static Scenario shift(String name, int from, int to, Strategy strategy, int faults, int turns) {
        Weights home = Weights.of(Color.GREEN, from);
        Gating gating = new Gating(Evidence.REQUIRED, Signal.ENOUGH, faults < 2);
        Plan plan = PLANS.shift(Color.GREEN, home, to, strategy, gating);
        List<World> starts = new ArrayList<>();
        for (FleetState toward : List.of(FleetState.BOOTING, FleetState.SMALL)) {
            starts.add(world(home, toward, Direction.FORWARD, faults, turns));
        }
        return new Scenario(name, plan, PLANS.recover(home), starts);
    }

    static World world(Weights live, FleetState toward, Direction stack, int faults, int turns) {
        World world = new World();
        world.live = live;
        world.toward = toward;
        world.away = FleetState.HEALTHY;
        world.signal = Signal.NO_DATA;
        world.stack = stack;
        world.run = Run.fresh(false);
        world.faults = faults;
        world.turns = turns;
        world.writer = true;
        world.cold = live != null && live.of(Color.GREEN) == 0;
        return world;
    }

    static Strategy canary(int percent) {
        return new Strategy.Canary(percent, STEP);
    }

    static Strategy linear(int percent) {
        return new Strategy.Linear(percent, STEP);
    }
}
