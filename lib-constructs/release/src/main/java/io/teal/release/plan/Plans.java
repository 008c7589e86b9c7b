package io.teal.release.plan;

import io.teal.release.Color;
import io.teal.release.Strategy;
import io.teal.release.observation.Direction;
import io.teal.release.observation.HookPoint;
import io.teal.release.observation.Weights;
import io.teal.release.port.Revision;
import io.teal.release.step.Evidence;
import io.teal.release.step.Sizing;
import io.teal.release.step.Step;
import io.teal.release.steps.AwaitApproval;
import io.teal.release.steps.AwaitDrained;
import io.teal.release.steps.CallHook;
import io.teal.release.steps.DeployRevision;
import io.teal.release.steps.GiveUp;
import io.teal.release.steps.Hold;
import io.teal.release.steps.LocateTraffic;
import io.teal.release.steps.MarkVersion;
import io.teal.release.steps.MoveTraffic;
import io.teal.release.steps.RestStandby;
import io.teal.release.steps.ReturnHome;
import io.teal.release.steps.StopOlder;
import io.teal.release.steps.VerifyFleet;
import io.teal.release.steps.WatchAlarms;
import io.teal.release.steps.WatchInPlace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The plans there are, as lists of steps; all with the same times.
 *
 * @param timing those times
 * @param least hosts that production takes at least, also if the fleets have fewer
 * @param standby hosts that a colour keeps while it has no traffic; 0 if as many as production takes
 */
public record Plans(Timing timing, int least, int standby) {
    private static final Duration PATIENT = Duration.ofMinutes(15);
    private static final Duration LONGEST_WAY_BACK = Duration.ofMinutes(10);
    private static final int HALF = 50;
    private static final Duration GIVING_UP = Duration.ofMinutes(2);

    /** The plans for fleets that have as many hosts as production takes. */
    public Plans(Timing timing) {
        this(timing, 0);
    }

    /** The plans for fleets of which each has as many hosts as production takes, which are {@code least} or more. */
    public Plans(Timing timing, int least) {
        this(timing, least, 0);
    }

    /**
     * Prepares the fleet of {@code toward}, and moves traffic to it until it has {@code percent}. If it has that much
     * already, nothing moves, as when a colour is started.
     */
    public Plan shift(Color toward, Weights home, int percent, Strategy strategy, Gating gating) {
        int from = home.percent(toward);
        boolean shared = strategy.sharesCapacity();
        List<Step> steps = stopOlder(true, least, timing.read());
        steps.addAll(
                shared
                        ? new RolloutSteps(this, strategy, gating).steps(from, percent)
                        : doubled(strategy.shares(from, percent), strategy, gating, prepared(percent)));
        if (percent == 100) {
            steps.add(new MarkVersion(timing.read()));
        }
        if (percent == 100 && from < percent && standby > 0 && !shared) {
            steps.add(new RestStandby(timing.read()));
        }
        return new Plan(Plan.Purpose.SHIFT, Optional.of(toward), Optional.of(home), steps, List.of(home(shared)));
    }

    /** How large the fleet of a colour has to be before it has traffic, if it is to have {@code percent}. */
    private Sizing prepared(int percent) {
        return standby > 0 && percent == 0 ? new Sizing.AtLeast(standby) : new Sizing.Doubled();
    }

    private List<Step> doubled(List<Integer> shares, Strategy strategy, Gating gating, Sizing prepared) {
        Sizing sizing = new Sizing.Doubled();
        List<Step> steps = new ArrayList<>(List.of(new VerifyFleet(100, prepared, timing.boot())));
        steps.addAll(hook(HookPoint.BEFORE_TRAFFIC, !shares.isEmpty(), gating));
        for (int share : shares) {
            boolean last = share == shares.get(shares.size() - 1);
            steps.addAll(approval(last, share, sizing, gating));
            steps.add(new MoveTraffic(share, sizing, timing.read(), timing.boot()));
            steps.add(Hold.spread(timing.spread(), timing.spread().plus(timing.read())));
            steps.addAll(hook(HookPoint.AFTER_TRAFFIC, last, gating));
            steps.add(watch(last, strategy, gating, sizing));
        }
        return steps;
    }

    /** The call of the user's hook of {@code point}, if there is one and its time has come. */
    List<Step> hook(HookPoint point, boolean now, Gating gating) {
        return now && gating.hook(point) ? List.of(new CallHook(point, timing.hook())) : List.of();
    }

    /** Before the last share a person is asked, if there is to be one and it is most of the traffic. */
    List<Step> approval(boolean last, int share, Sizing sizing, Gating gating) {
        return gating.approval().stream()
                .filter(wait -> last && share > HALF)
                .<Step>map(wait -> new AwaitApproval(share, sizing, wait))
                .toList();
    }

    /**
     * Writes down in the template where traffic is already, after somebody has moved it. What CloudFormation then
     * writes names both colours again, so the clients of the one that lost its traffic must have let go of it before.
     */
    public Plan settle(Color toward, Weights home, Gating gating) {
        Plan shift = shift(toward, home, home.percent(toward), new Strategy.AllAtOnce(), gating);
        List<Step> steps = new ArrayList<>(shift.steps());
        Color left = home.larger().other();
        if (home.of(left) == 0) {
            Duration takes = timing.spread().plus(timing.sticky());
            steps.add(new AwaitDrained(left, takes, takes.plus(timing.read())));
        }
        return new Plan(Plan.Purpose.SHIFT, shift.color(), shift.home(), steps, shift.back());
    }

    /** The first create: there is no production action yet, so the active fleet is verified and nothing moves. */
    public Plan first(Color active) {
        Sizing sizing = least + standby == 0 ? new Sizing.Doubled() : new Sizing.AtLeast(least);
        return unmoved(active, List.of(new VerifyFleet(100, sizing, timing.boot()), new MarkVersion(timing.read())));
    }

    /** The first create of another fleet, which is to have {@code percent} as well. */
    public Plan verify(Color candidate, int percent, Strategy strategy) {
        Step verify = strategy.sharesCapacity()
                ? new VerifyFleet(strategy.next(0), new Sizing.Shared(100), timing.boot())
                : new VerifyFleet(100, prepared(percent), timing.boot());
        return unmoved(candidate, List.of(verify));
    }

    private static Plan unmoved(Color toward, List<Step> steps) {
        return new Plan(Plan.Purpose.SHIFT, Optional.of(toward), Optional.empty(), steps, List.of());
    }

    /** Waits until the fleet of {@code color} may be removed or replaced. */
    public Plan cool(Color color, Weights home) {
        List<Step> steps = stopOlder(true, 0, timing.read());
        Duration takes = timing.cold();
        steps.add(new AwaitDrained(color, takes, takes.plus(timing.read())));
        return new Plan(Plan.Purpose.COOL, Optional.of(color), Optional.of(home), steps, List.of());
    }

    /**
     * Brings traffic to {@code home} while the stack rolls back, and waits until the fleet it left may be removed: a
     * tick longer than draining takes, because in the first tick a late write may still hide someone else's.
     *
     * <p>Each step waits longer than going forward: a rollback that fails leaves the stack stuck.
     */
    public Plan recover(Weights home) {
        return recover(home, false);
    }

    /** The same after a release in which capacity followed the traffic: home's fleet has to grow again. */
    public Plan regrow(Weights home) {
        return recover(home, true);
    }

    private Plan recover(Weights home, boolean grows) {
        List<Step> steps = stopOlder(false, least, PATIENT);
        Duration cold = timing.cold().plus(timing.tick());
        steps.add(new ReturnHome(cold, grows, cold.plus(PATIENT)));
        return new Plan(Plan.Purpose.RECOVER, Optional.of(home.larger()), Optional.of(home), steps, List.of());
    }

    /** Brings all traffic to {@code standby}, by command. */
    public Plan emergency(Color standby) {
        List<Step> steps = List.of(new LocateTraffic(false, least, timing.read()), emergencyHome());
        return new Plan(
                Plan.Purpose.EMERGENCY, Optional.of(standby), Optional.of(Weights.of(standby, 100)), steps, List.of());
    }

    /**
     * Has CodeDeploy install {@code revision}, while the stack's direction is {@code way}.
     *
     * @param color whose hosts; empty if both colours share them, or there are no colours
     * @param timeout how long that may take; in a rollback on hosts without traffic ten minutes at most
     * @param inPlace how long the alarms are watched after an installation where traffic is; empty if there is none
     */
    public static Plan install(
            Direction way, Optional<Color> color, Revision revision, Duration timeout, Optional<Duration> inPlace) {
        boolean back = way == Direction.BACKWARD;
        boolean shortened = back && inPlace.isEmpty() && timeout.compareTo(LONGEST_WAY_BACK) > 0;
        List<Step> steps = new ArrayList<>();
        steps.add(new DeployRevision(revision, !back || inPlace.isEmpty(), shortened ? LONGEST_WAY_BACK : timeout));
        inPlace.filter(bake -> !back).ifPresent(bake -> steps.add(new WatchInPlace(bake, bake.plus(timeout))));
        Plan.Purpose backward = inPlace.isPresent() ? Plan.Purpose.INSTALL_BACK_IN_PLACE : Plan.Purpose.INSTALL_BACK;
        return new Plan(
                back ? backward : Plan.Purpose.INSTALL,
                color,
                Optional.empty(),
                steps,
                List.of(new GiveUp(way, GIVING_UP)));
    }

    private List<Step> stopOlder(boolean strict, int hosts, Duration patience) {
        return new ArrayList<>(List.of(
                new StopOlder(patience),
                Hold.settle(timing.tick(), timing.tick().plus(patience)),
                new LocateTraffic(strict, hosts, patience)));
    }

    private ReturnHome home(boolean grows) {
        Duration most = timing.tick().plus(timing.read());
        return new ReturnHome(timing.tick(), grows, grows ? most.plus(timing.boot()) : most);
    }

    /** A standby may have given its hosts away. */
    private ReturnHome emergencyHome() {
        return new ReturnHome(timing.tick(), false, home(true).patience());
    }

    WatchAlarms watch(boolean last, Strategy strategy, Gating gating, Sizing sizing) {
        Duration takes = last ? timing.bake() : strategy.watched().orElse(timing.bake());
        Evidence evidence = last ? Evidence.IF_ANY : gating.evidence();
        return new WatchAlarms(takes, evidence, gating.samples(), sizing, takes.plus(timing.evidence()));
    }
}
