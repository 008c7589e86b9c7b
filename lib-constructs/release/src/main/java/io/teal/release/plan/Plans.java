package io.teal.release.plan;

import io.teal.release.Color;
import io.teal.release.Strategy;
import io.teal.release.observation.Direction;
import io.teal.release.observation.Weights;
import io.teal.release.port.Revision;
import io.teal.release.step.Evidence;
import io.teal.release.step.Step;
import io.teal.release.steps.AwaitDrained;
import io.teal.release.steps.CallHook;
import io.teal.release.steps.DeployRevision;
import io.teal.release.steps.GiveUp;
import io.teal.release.steps.Hold;
import io.teal.release.steps.LocateTraffic;
import io.teal.release.steps.MarkVersion;
import io.teal.release.steps.MoveTraffic;
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
 */
public record Plans(Timing timing) {
    private static final Duration PATIENT = Duration.ofMinutes(15);
    private static final Duration LONGEST_WAY_BACK = Duration.ofMinutes(10);
    private static final Duration GIVING_UP = Duration.ofMinutes(2);

    /**
     * Prepares the fleet of {@code toward}, and moves traffic to it until it has {@code percent}. If it has that much
     * already, nothing moves, as when a colour is started.
     */
    public Plan shift(Color toward, Weights home, int percent, Strategy strategy, Gating gating) {
        List<Step> steps = stopOlder(true, timing.read());
        steps.add(new VerifyFleet(timing.boot()));
        List<Integer> shares = strategy.shares(home.percent(toward), percent);
        if (!shares.isEmpty() && gating.hook()) {
            steps.add(new CallHook(timing.hook()));
        }
        for (int share : shares) {
            steps.add(new MoveTraffic(share, timing.read(), timing.boot()));
            steps.add(Hold.spread(timing.spread(), timing.spread().plus(timing.read())));
            steps.add(watch(share == percent, strategy, gating));
        }
        if (percent == 100) {
            steps.add(new MarkVersion(timing.read()));
        }
        return new Plan(
                Plan.Purpose.SHIFT, Optional.of(toward), Optional.of(home), steps, List.of(home(timing.tick())));
    }

    /** The first create: there is no production action yet, so the active fleet is verified and nothing moves. */
    public Plan first(Color active) {
        return unmoved(active, List.of(new VerifyFleet(timing.boot()), new MarkVersion(timing.read())));
    }

    /** The first create of another fleet that is to have traffic as well. */
    public Plan verify(Color candidate) {
        return unmoved(candidate, List.of(new VerifyFleet(timing.boot())));
    }

    private static Plan unmoved(Color toward, List<Step> steps) {
        return new Plan(Plan.Purpose.SHIFT, Optional.of(toward), Optional.empty(), steps, List.of());
    }

    /** Waits until the fleet of {@code color} may be removed or replaced. */
    public Plan cool(Color color, Weights home) {
        List<Step> steps = stopOlder(true, timing.read());
        Duration takes = timing.spread().plus(timing.drain());
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
        List<Step> steps = stopOlder(false, PATIENT);
        Duration cold = timing.spread().plus(timing.drain()).plus(timing.tick());
        steps.add(new ReturnHome(cold, cold.plus(PATIENT)));
        return new Plan(Plan.Purpose.RECOVER, Optional.of(home.larger()), Optional.of(home), steps, List.of());
    }

    /** Brings all traffic to {@code standby}, by command. */
    public Plan emergency(Color standby) {
        List<Step> steps = List.of(new LocateTraffic(false, timing.read()), home(timing.tick()));
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

    private List<Step> stopOlder(boolean strict, Duration patience) {
        return new ArrayList<>(List.of(
                new StopOlder(patience),
                Hold.settle(timing.tick(), timing.tick().plus(patience)),
                new LocateTraffic(strict, patience)));
    }

    private ReturnHome home(Duration takes) {
        return new ReturnHome(takes, takes.plus(timing.read()));
    }

    private WatchAlarms watch(boolean last, Strategy strategy, Gating gating) {
        Duration takes = last ? timing.bake() : strategy.watched().orElse(timing.bake());
        Evidence evidence = last ? Evidence.IF_ANY : gating.evidence();
        return new WatchAlarms(takes, evidence, gating.samples(), takes.plus(timing.evidence()));
    }
}
