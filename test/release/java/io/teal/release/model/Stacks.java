package io.teal.release.model;

import io.teal.release.journal.Outcome;
import io.teal.release.observation.Direction;
import io.teal.release.plan.Plan;

/** What CloudFormation does, and what people do to it. */
final class Stacks {
    private final Scenario scenario;
    private final Laws laws;

    Stacks(Scenario scenario, Laws laws) {
        this.scenario = scenario;
        this.laws = laws;
    }

    void events(World world, Model.Events events) {
        if (world.turns > 0 && world.stack != Direction.DELETE && !world.run.ended()) {
            World deleted = turn(world, Direction.DELETE);
            events.to(deleted, () -> "the stack is deleted", false);
        }
        if (scenario.recover() == null) {
            alone(world, events);
        } else if (world.stack == Direction.FORWARD) {
            forward(world, events);
        } else if (world.stack == Direction.BACKWARD) {
            backward(world, events);
        } else if (world.stack == Direction.IDLE) {
            again(world, events);
        }
    }

    /** A run that no rollback follows: the stack turns away from it, or lets it end. */
    private void alone(World world, Model.Events events) {
        Direction needed = scenario.plan().purpose().direction();
        if (world.stack == needed && world.turns > 0 && !world.run.ended()) {
            Direction turned = needed == Direction.FORWARD ? Direction.BACKWARD : Direction.FORWARD;
            events.to(turn(world, turned), () -> "the stack turns " + turned, false);
        }
        if (world.run.ended() && world.run.flying() == null && world.stack != Direction.IDLE) {
            boolean removes = scenario.plan().purpose() == Plan.Purpose.COOL && outcome(world) == Outcome.PROMOTED;
            done(world, removes, events);
        }
    }

    private void forward(World world, Model.Events events) {
        if (!world.run.ended()) {
            if (world.turns > 0 && world.older == null) {
                World next = turn(world, Direction.BACKWARD);
                next.older = world.run;
                next.run = Run.fresh(true);
                events.to(next, () -> "the update is cancelled, or another resource fails", false);
            }
            return;
        }
        boolean promoted = outcome(world) == Outcome.PROMOTED;
        if (promoted) {
            done(world, false, events);
        }
        if (!promoted || world.turns > 0) {
            World next = promoted ? turn(world, Direction.BACKWARD) : world.copy();
            next.stack = Direction.BACKWARD;
            next.run = Run.fresh(true);
            events.to(next, () -> promoted ? "a later resource fails" : "the stack rolls back", !promoted);
        }
    }

    private void backward(World world, Model.Events events) {
        if (world.run.ended()) {
            done(world, outcome(world) == Outcome.ROLLED_BACK && created(), events);
        } else if (world.turns > 0 && world.older != null && world.run.flying() == null) {
            World next = turn(world, Direction.IDLE);
            next.run = world.run.remember(Clock.plain(world.run.journal().end(Outcome.SUPERSEDED, "")));
            events.to(next, () -> "an operator skips the rollback", false);
        }
    }

    /** The next operation; Preflight lets it pass only if traffic is where the template says. */
    private void again(World world, Model.Events events) {
        boolean home = scenario.plan().home().orElseThrow().equals(world.live);
        if (world.turns > 0 && home && world.run.ended() && world.run.recovers()) {
            World next = turn(world, Direction.FORWARD);
            next.run = Run.fresh(false);
            next.foreign = false;
            next.older = world.older == null || world.older.ended() ? null : world.older;
            next.toward = world.toward == FleetState.NONE ? FleetState.BOOTING : world.toward;
            events.to(next, () -> "the release is deployed again", false);
        }
    }

    private void done(World world, boolean removes, Model.Events events) {
        World next = world.copy();
        next.stack = Direction.IDLE;
        if (removes) {
            String law = laws.removed(world);
            if (law != null) {
                events.broken(law, "the gaining fleet is removed");
                return;
            }
            next.toward = FleetState.NONE;
        }
        events.to(next, () -> removes ? "the stack is done and removes the fleet" : "the stack is done", true);
    }

    /** Whether the gaining fleet came with this operation, so that a rollback removes it. */
    private boolean created() {
        return scenario.plan()
                .home()
                .map(home -> home.of(scenario.plan().toward()) == 0)
                .orElse(false);
    }

    private static Outcome outcome(World world) {
        return world.run.journal().outcome().orElseThrow();
    }

    private static World turn(World world, Direction direction) {
        World next = world.copy();
        next.turns--;
        next.stack = direction;
        return next;
    }
}
