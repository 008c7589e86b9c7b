package io.teal.release.model;

import io.teal.release.Color;
import io.teal.release.engine.Decision;
import io.teal.release.journal.Journal;
import io.teal.release.journal.Outcome;
import io.teal.release.observation.Direction;
import io.teal.release.observation.Fleet;
import io.teal.release.observation.HookPoint;
import io.teal.release.observation.Weights;
import io.teal.release.observation.Word;
import io.teal.release.plan.Plan;
import io.teal.release.step.Effect;
import io.teal.release.step.Evidence;
import io.teal.release.step.Guard;
import io.teal.release.step.Step;
import io.teal.release.steps.AwaitApproval;
import io.teal.release.steps.AwaitDrained;
import io.teal.release.steps.CallHook;
import io.teal.release.steps.Hold;
import io.teal.release.steps.MoveTraffic;
import io.teal.release.steps.ReturnHome;
import io.teal.release.steps.VerifyFleet;
import io.teal.release.steps.WatchAlarms;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** What must hold, judged by the world as it is, not as a run saw it. Each returns the law that is broken, or null. */
final class Laws {
    private static final Set<Outcome> SETTLED = EnumSet.of(Outcome.PROMOTED, Outcome.ROLLED_BACK);

    private final Scenario scenario;
    private final Color gaining;
    private final EndLaws ends;
    private final boolean hooked;
    private final Shares shares;

    Laws(Scenario scenario) {
        this.scenario = scenario;
        this.gaining = scenario.plan().toward();
        List<HookPoint> points = scenario.plan().steps().stream()
                .flatMap(step -> step instanceof CallHook call ? Stream.of(call.point()) : Stream.empty())
                .toList();
        this.hooked = points.contains(HookPoint.BEFORE_TRAFFIC);
        this.shares = new Shares(scenario.plan());
        this.ends = new EndLaws(scenario, shares, points.size());
    }

    String decided(World world, Run run, Look look, Decision decision) {
        if (decision instanceof Decision.Call call) {
            String law = called(world, run, call.effect());
            return law != null ? law : heedless(world, run, look);
        }
        if (decision instanceof Decision.Ended ended) {
            return run.ended() ? null : ended(world, run, look, ended);
        }
        if (decision instanceof Decision.Wait) {
            String law = heedless(world, run, look);
            return law != null ? law : asked(world, run, look);
        }
        Journal next = decision.journal();
        boolean advanced = next.step() == run.journal().step() + 1
                && next.goingBack() == run.journal().goingBack();
        return advanced ? advanced(world, run, look) : null;
    }

    private String called(World world, Run run, Effect effect) {
        if (run.ended()) {
            return "6 a run that has ended calls nothing";
        }
        if (world.stack != scenario.plan(run).purpose().direction()) {
            return "7 a run writes only while its stack goes its way";
        }
        if (effect instanceof Effect.SetDesired size) {
            return shares.lowered(world, run, size);
        }
        return effect instanceof Effect.SetWeights write ? writes(world, run, write) : null;
    }

    private String writes(World world, Run run, Effect.SetWeights write) {
        if (run == world.run && world.older != null && !world.older.ended()) {
            return "7 one run writes at a time";
        }
        if (write.to().blue() + write.to().green() == 0) {
            return "2 never dark";
        }
        boolean goesHome = run.journal().goingBack() || scenario.plan(run).purpose() != Plan.Purpose.SHIFT;
        return goesHome ? goesBack(world, run, write) : goesOn(world, run, write);
    }

    private String goesBack(World world, Run run, Effect.SetWeights write) {
        if (world.foreign && scenario.plan(run).purpose() == Plan.Purpose.SHIFT) {
            return "8 weights of someone else's stop the run";
        }
        if (!shares.leadsHome(world, write.to(), scenario.plan(run).home().orElseThrow())) {
            return "9 the way back leads home";
        }
        Color gains = write.to().gives(gaining, world.live) ? gaining : gaining.other();
        boolean otherIsDark = fleet(world, gains.other()).healthyAnywhere() == 0;
        int needed = otherIsDark ? 1 : needed(world, write.to().percent(gains));
        return fleet(world, gains).healthyEverywhere() < needed ? "11 never flip into worse" : null;
    }

    private String goesOn(World world, Run run, Effect.SetWeights write) {
        if (world.foreign) {
            return "8 weights of someone else's stop the run";
        }
        if (!write.to().gives(gaining, write.from()) || write.from().gives(gaining, write.to())) {
            return "9 the weight only rises on the way on";
        }
        if (hooked && run.passed() == 0) {
            return "the hook passes before traffic moves";
        }
        if (scenario.asks() && write.to().percent(gaining) == 100 && run.word() == null && !world.marked) {
            return "all traffic moves when a person has said so";
        }
        return unfit(world, write.to()) ? "1, 4, 15 traffic goes to enough healthy hosts of this release" : null;
    }

    private boolean unfit(World world, Weights weights) {
        Fleet fleet = fleet(world, gaining);
        return fleet.strangers() > 0 || fleet.healthyEverywhere() < needed(world, weights.percent(gaining));
    }

    private int needed(World world, int percent) {
        return shares.needed(world, percent);
    }

    /** What a run may not pass over in silence. */
    private String heedless(World world, Run run, Look look) {
        Plan plan = scenario.plan(run);
        boolean onTheWay =
                plan.purpose() == Plan.Purpose.SHIFT && !run.journal().goingBack() && !run.ended();
        if (!onTheWay || look != Look.AS_IT_IS || world.stack != plan.purpose().direction()) {
            return null;
        }
        if (world.signal == Signal.ALARM) {
            return "12 an alarm turns the run back";
        }
        if (run.word() == Word.Says.ABORT) {
            return "a person who aborts turns the run back";
        }
        boolean dark = world.share(gaining) > 0 && fleet(world, gaining).healthyAnywhere() == 0;
        return dark ? "1 a run does not wait while production is lost" : null;
    }

    private String asked(World world, Run run, Look look) {
        Step step = Clock.step(scenario.plan(run), run.journal());
        if (look == Look.AS_IT_IS && step instanceof AwaitApproval wait) {
            boolean colder = fleet(world, gaining.other()).desired() < shares.warm(world, wait.sizing());
            boolean known = world.marked || run.word() == Word.Says.PROMOTE;
            return known
                    ? "a word that was given is heard, and nobody is asked of what was promoted before"
                    : colder ? "10 the way back is warm while a person thinks" : null;
        }
        return tooSmall(world, run, look);
    }

    private String tooSmall(World world, Run run, Look look) {
        Step step = Clock.step(scenario.plan(run), run.journal());
        boolean needsHosts = step instanceof VerifyFleet || step instanceof MoveTraffic;
        boolean smaller = world.away != FleetState.NONE && world.toward.fleet().desired() < shares.size(world, step);
        return look == Look.AS_IT_IS && needsHosts && smaller ? "10 a fleet that is too small is not waited for" : null;
    }

    private String advanced(World world, Run run, Look look) {
        Step step = Clock.step(scenario.plan(run), run.journal());
        if (Clock.age(run.journal()).compareTo(step.takes()) < 0) {
            boolean hidden = step instanceof Hold hold && hold.guard() == Guard.STOPPED_RUNS_SETTLE;
            return hidden || step instanceof ReturnHome || step instanceof AwaitDrained
                    ? null
                    : "10, 12 a step takes its time: " + step.getClass().getSimpleName();
        }
        if (step instanceof MoveTraffic move
                && !Weights.of(gaining, move.percent()).equals(world.live)) {
            return "5 a write is done when it is read back";
        }
        return step instanceof WatchAlarms watch ? watched(world, look, watch) : null;
    }

    private String watched(World world, Look look, WatchAlarms watch) {
        boolean required = watch.evidence() == Evidence.REQUIRED;
        if (look == Look.NO_ALARMS || world.signal == Signal.ALARM || required && world.signal == Signal.NO_DATA) {
            return "12 silence is not OK";
        }
        if (required && world.signal == Signal.FEW) {
            return "12 too few samples are not evidence";
        }
        boolean colder = fleet(world, gaining.other()).desired() < shares.warm(world, watch.sizing());
        return colder
                ? "10 the way back is warm"
                : unfit(world, world.live) ? "1, 4, 15 what is watched is enough and of this release" : null;
    }

    private String ended(World world, Run run, Look look, Decision.Ended decision) {
        Plan plan = scenario.plan(run);
        Outcome outcome = decision.journal().outcome().orElseThrow();
        boolean onTheWayBack = run.journal().goingBack();
        boolean lastStep =
                outcome == (onTheWayBack ? Outcome.ROLLED_BACK : plan.purpose().success());
        String law = lastStep ? advanced(world, run, look) : null;
        if (law != null) {
            return law;
        }
        return ends.of(world, run, look, outcome);
    }

    /** A call landed. */
    String landed(World before, World after) {
        boolean alone = before.older == null || before.older.ended() || before.stack != Direction.FORWARD;
        boolean over = before.run.ended() && alone && SETTLED.contains(outcome(before.run));
        return over && !Objects.equals(after.live, before.live) ? "14 nothing of ours moves after the end" : null;
    }

    private static Outcome outcome(Run run) {
        return run.journal().outcome().orElseThrow();
    }

    /** The gaining colour's fleet is removed. */
    String removed(World world) {
        return world.share(gaining) > 0 || !world.cold ? "3, 13 a fleet goes when it has long been cold" : null;
    }

    private Fleet fleet(World world, Color color) {
        return world.fleet(color == gaining).fleet();
    }
}
