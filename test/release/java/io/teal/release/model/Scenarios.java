package io.teal.release.model;

import io.teal.release.Color;
import io.teal.release.Strategy;
import io.teal.release.observation.Direction;
import io.teal.release.observation.HookPoint;
import io.teal.release.observation.Weights;
import io.teal.release.plan.Gating;
import io.teal.release.plan.Plan;
import io.teal.release.plan.Plans;
import io.teal.release.plan.Timing;
import io.teal.release.step.Evidence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The searches that together cover what a run may meet. Each names its bounds. */
public final class Scenarios {
    static final Plans PLANS = new Plans(Timing.DEFAULT);
    static final int PRODUCTION = 2;
    private static final Plans SHARED = new Plans(Timing.DEFAULT, PRODUCTION);
    private static final Duration STEP = Duration.ofMinutes(5);

    private Scenarios() {}

    /** What a search allows to go wrong in one run of events: so many faults, turns of the stack, and other writers. */
    record Bounds(int faults, int turns, boolean writer) {}

    static final Bounds EACH_ONCE = new Bounds(1, 1, true);

    /** The searches in which every missing guard shows. */
    public static List<Scenario> all() {
        Strategy atOnce = new Strategy.AllAtOnce();
        return List.of(
                first(),
                cool(),
                emergency(new Bounds(3, 1, true)),
                shift("start only", Color.GREEN, 0, 0, atOnce, new Bounds(2, 1, true)),
                shift("all at once", Color.GREEN, 0, 100, atOnce, EACH_ONCE),
                shift("all at once, two faults", Color.BLUE, 0, 100, atOnce, new Bounds(2, 0, true)),
                shift("deployed again after a skipped rollback", Color.GREEN, 0, 100, atOnce, new Bounds(0, 3, true)),
                shift("canary of 10", Color.BLUE, 0, 100, canary(10), EACH_ONCE),
                shift("canary of 1", Color.GREEN, 0, 100, canary(1), new Bounds(1, 1, false)),
                shift("linear by 50", Color.BLUE, 0, 100, linear(50), new Bounds(1, 1, false)),
                shift("a share that rests", Color.GREEN, 0, 10, atOnce, EACH_ONCE),
                shift("from a share that rests", Color.GREEN, 10, 100, atOnce, EACH_ONCE),
                shift("a share taken away", Color.BLUE, 90, 100, atOnce, EACH_ONCE),
                asked("canary of 10, and a person", canary(10), new Bounds(1, 1, false)),
                asked("rollout by 50, and a person", new Strategy.Rollout(50, STEP), new Bounds(1, 0, false)),
                takenAway(new Bounds(1, 1, false)),
                rollout("rollout by 50", 0, new Bounds(1, 1, false)),
                rollout("rollout from a share that rests", 50, EACH_ONCE));
    }

    /** Larger searches; what breaks without a guard is found in the smaller ones. */
    public static List<Scenario> deep() {
        Bounds twice = new Bounds(2, 1, true);
        return List.of(
                shift("all at once, and more", Color.GREEN, 0, 100, new Strategy.AllAtOnce(), twice),
                shift("canary of 10, and more", Color.GREEN, 0, 100, canary(10), new Bounds(2, 1, false)),
                shift("all at once", Color.GREEN, 0, 100, new Strategy.AllAtOnce(), new Bounds(1, 1, true))
                        .ofTwoPorts(),
                shift("canary of 10", Color.GREEN, 0, 100, canary(10), new Bounds(2, 1, false))
                        .ofTwoPorts(),
                emergency(new Bounds(2, 1, true)).ofTwoPorts(),
                rollout("rollout by 50", 0, new Bounds(1, 1, false)).ofTwoPorts());
    }

    static Scenario shift(String name, Color gaining, int from, int to, Strategy strategy, Bounds bounds) {
        Weights home = Weights.of(gaining, from);
        Plan plan = PLANS.shift(
                gaining, home, to, strategy, new Gating(Evidence.REQUIRED, Signal.ENOUGH, HookPoint.BEFORE_TRAFFIC));
        List<World> starts = new ArrayList<>();
        for (FleetState fleet : List.of(FleetState.BOOTING, FleetState.SMALL)) {
            starts.add(world(home, from == 0 ? fleet : FleetState.HEALTHY, Direction.FORWARD, bounds));
        }
        starts.forEach(world -> world.cold = from == 0);
        return new Scenario(bounded(name, bounds), plan, PLANS.recover(home), starts);
    }

    /** With a hook before traffic, one after it, and a person who is asked before all of it. */
    private static Scenario asked(String name, Strategy strategy, Bounds bounds) {
        boolean shared = strategy.sharesCapacity();
        Plans plans = shared ? SHARED : PLANS;
        Weights home = Weights.of(Color.GREEN, 0);
        Gating gating = new Gating(Evidence.REQUIRED, Signal.ENOUGH, Set.of(HookPoint.values()), Optional.of(STEP));
        Plan plan = plans.shift(Color.GREEN, home, 100, strategy, gating);
        World world = world(home, shared ? FleetState.EMPTY : FleetState.BOOTING, Direction.FORWARD, bounds);
        world.cold = true;
        Plan recover = shared ? plans.regrow(home) : plans.recover(home);
        return new Scenario(bounded(name, bounds), plan, recover, List.of(world));
    }

    /** A share of a candidate is taken away, and nobody has to say so. */
    private static Scenario takenAway(Bounds bounds) {
        Weights home = Weights.of(Color.GREEN, 90);
        Gating gating = new Gating(Evidence.REQUIRED, Signal.ENOUGH, Set.of(), Optional.of(STEP));
        Plan plan = PLANS.shift(Color.GREEN, home, 100, new Strategy.AllAtOnce(), gating);
        World world = world(home, FleetState.HEALTHY, Direction.FORWARD, bounds);
        world.marked = true;
        return new Scenario(
                bounded("a share taken away, and a person", bounds), plan, PLANS.recover(home), List.of(world));
    }

    /** Capacity follows the traffic: from no host, or from a fleet that is whole. */
    private static Scenario rollout(String name, int from, Bounds bounds) {
        Weights home = Weights.of(Color.GREEN, from);
        Gating gating = new Gating(Evidence.REQUIRED, Signal.ENOUGH, HookPoint.BEFORE_TRAFFIC);
        Plan plan = SHARED.shift(Color.GREEN, home, 100, new Strategy.Rollout(50, STEP), gating);
        World world = world(home, from == 0 ? FleetState.EMPTY : FleetState.HEALTHY, Direction.FORWARD, bounds);
        world.cold = from == 0;
        return new Scenario(bounded(name, bounds), plan, SHARED.regrow(home), List.of(world));
    }

    private static Scenario first() {
        Bounds bounds = new Bounds(3, 1, false);
        World world = world(null, FleetState.BOOTING, Direction.FORWARD, bounds);
        world.away = FleetState.NONE;
        return new Scenario(bounded("first create", bounds), PLANS.first(Color.BLUE), null, List.of(world));
    }

    private static Scenario cool() {
        Bounds bounds = new Bounds(3, 1, true);
        Weights home = Weights.of(Color.GREEN, 0);
        World world = world(home, FleetState.HEALTHY, Direction.FORWARD, bounds);
        return new Scenario(bounded("retire", bounds), PLANS.cool(Color.GREEN, home), null, List.of(world));
    }

    private static Scenario emergency(Bounds bounds) {
        World world = world(Weights.of(Color.GREEN, 0), FleetState.HEALTHY, Direction.IDLE, bounds);
        return new Scenario(bounded("emergency", bounds), PLANS.emergency(Color.GREEN), null, List.of(world));
    }

    private static String bounded(String name, Bounds bounds) {
        return name + " (faults " + bounds.faults() + ", turns " + bounds.turns() + ", other writers "
                + (bounds.writer() ? 1 : 0) + ")";
    }

    private static World world(Weights live, FleetState toward, Direction stack, Bounds bounds) {
        World world = new World();
        world.live = live;
        world.toward = toward;
        world.away = FleetState.HEALTHY;
        world.signal = Signal.NO_DATA;
        world.stack = stack;
        world.run = Run.fresh(false);
        world.faults = bounds.faults();
        world.turns = bounds.turns();
        world.writer = bounds.writer();
        return world;
    }

    private static Strategy canary(int percent) {
        return new Strategy.Canary(percent, STEP);
    }

    private static Strategy linear(int percent) {
        return new Strategy.Linear(percent, STEP);
    }
}
