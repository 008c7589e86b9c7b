package io.teal.release.model;

import io.teal.release.Color;
import io.teal.release.observation.Weights;
import io.teal.release.plan.Plan;
import io.teal.release.step.Effect;
import io.teal.release.step.Sizing;
import io.teal.release.step.Step;
import io.teal.release.steps.LowerFleet;
import io.teal.release.steps.MoveTraffic;
import io.teal.release.steps.VerifyFleet;

/** How many hosts the laws ask for: in a plan whose capacity follows the traffic by share, else for all of it. */
final class Shares {
    private final boolean shared;
    private final Color gaining;

    Shares(Plan plan) {
        this.shared = plan.steps().stream().anyMatch(LowerFleet.class::isInstance);
        this.gaining = plan.toward();
    }

    /** Hosts that {@code percent} of production takes. */
    int needed(World world, int percent) {
        return Math.max(1, (percent * production(world) + 99) / 100);
    }

    private int production(World world) {
        int larger = Math.max(world.toward.fleet().desired(), world.away.fleet().desired());
        return shared ? Scenarios.PRODUCTION : larger;
    }

    /** Hosts that the gaining fleet is to have in {@code step}. */
    int size(World world, Step step) {
        if (!shared) {
            return world.away.fleet().desired();
        }
        if (step instanceof MoveTraffic move) {
            return needed(world, move.percent());
        }
        return step instanceof VerifyFleet verify ? needed(world, verify.percent()) : 0;
    }

    /** Hosts that the other fleet is to have in a step of {@code sizing}. */
    int warm(World world, Sizing sizing) {
        return sizing instanceof Sizing.Shared kept
                ? needed(world, kept.kept())
                : world.toward.fleet().desired();
    }

    /** Hosts leave the other fleet. */
    String lowered(World world, Run run, Effect.SetDesired size) {
        boolean lowers =
                size.color() != gaining && size.desired() < world.away.fleet().desired();
        if (!shared || !lowers) {
            return null;
        }
        int share = world.share(gaining.other());
        if (run.journal().goingBack() || share > 0 && size.desired() < needed(world, share)) {
            return "1 a fleet keeps the hosts of its share";
        }
        boolean whole =
                world.away.fleet().healthyEverywhere() >= world.away.fleet().desired();
        return share > 0 && !whole ? "1 enough are left, whichever hosts leave" : null;
    }

    /** Whether {@code to} is home, or, if home grows, on the way there. */
    boolean leadsHome(World world, Weights to, Weights home) {
        Color gains = to.gives(gaining, world.live) ? gaining : gaining.other();
        boolean nearer = to.of(gains) < home.of(gains);
        return to.equals(home) || shared && nearer;
    }

    /** Whether a run that has gone home leaves it with too few hosts, though there was time. */
    boolean leftSmall(World world, Run run, Step step) {
        boolean began = run.journal().at().isPresent();
        boolean late = Clock.age(run.journal()).compareTo(step.patience()) >= 0;
        return shared && began && !late && world.away.fleet().desired() < Scenarios.PRODUCTION;
    }
}
