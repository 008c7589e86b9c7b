package io.teal.release.step;

import io.teal.release.Color;
import io.teal.release.journal.Journal;
import io.teal.release.observation.Fleet;
import io.teal.release.observation.InstallState;
import io.teal.release.observation.Observation;
import io.teal.release.observation.Weights;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * What a step decides from.
 *
 * @param color the colour that gains traffic, or is prepared for it; empty if the run is about no colour
 * @param home where the weights were when the operation began; empty if there is no production action yet
 * @param journal what the run remembers
 * @param seen what this tick saw
 * @param guards the rules in force: all, except in mutation tests
 */
public record StepContext(
        Optional<Color> color, Optional<Weights> home, Journal journal, Observation seen, Set<Guard> guards) {
    private static final Duration YOUNG = Duration.ofSeconds(15);

    /** Whether {@code guard} is in force. */
    public boolean on(Guard guard) {
        return guards.contains(guard);
    }

    /** The colour that gains traffic, or is prepared for it. */
    public Color toward() {
        return color.orElseThrow();
    }

    /** What was seen of an installation; only in plans that install. */
    public InstallState installation() {
        return seen.installation().orElseThrow();
    }

    /** How long the step has been going on. */
    public Duration age() {
        return Duration.between(journal.since(), seen.now());
    }

    /** The live weights; only in steps that follow {@link Progress.Adopt}. */
    public Weights live() {
        return seen.live().orElseThrow();
    }

    /** The fleet of {@code color}. */
    public Fleet fleet(Color color) {
        return seen.fleets().orElseThrow().of(color);
    }

    /**
     * The call that makes clients let go of a colour without weight: the same weights again, in an action that does not
     * name it. Empty if it holds none.
     */
    public Optional<Effect.SetWeights> letGo() {
        return Optional.of(new Effect.SetWeights(live(), live()))
                .filter(write -> !seen.held().isEmpty());
    }

    /** Why the health that was read is no evidence; empty if it is. */
    public Optional<String> stale() {
        var readAt = seen.fleets().orElseThrow().readAt();
        if (on(Guard.HEALTH_IS_YOUNG) && readAt.isBefore(seen.now().minus(YOUNG))) {
            return Optional.of("health was read at " + readAt + ", more than " + YOUNG.toSeconds() + " s ago");
        }
        if (on(Guard.HEALTH_FOLLOWS_CHANGE) && readAt.isBefore(journal.since())) {
            return Optional.of("health was read at " + readAt + ", before the last change");
        }
        return Optional.empty();
    }

    /**
     * The call that makes the smaller fleet as large as the larger; empty if they are level, there is only one, or
     * {@code guard} is not in force.
     */
    public Optional<Effect.SetDesired> level(Guard guard) {
        Fleet blue = fleet(Color.BLUE);
        Fleet green = fleet(Color.GREEN);
        Color smaller = blue.desired() < green.desired() ? Color.BLUE : Color.GREEN;
        int wanted = Math.min(
                Math.max(blue.desired(), green.desired()), fleet(smaller).max());
        boolean both = blue.exists() && green.exists();
        return both && on(guard) && fleet(smaller).desired() < wanted
                ? Optional.of(new Effect.SetDesired(smaller, wanted))
                : Optional.empty();
    }

    /** The call that gives {@code color} back as many hosts as carried production when the run began. */
    public Optional<Effect.SetDesired> regrow(Color color) {
        return atLeast(Guard.FLEETS_ARE_LEVEL, color, journal.floor());
    }

    /** The call that gives the fleet that gains traffic hosts again, if a schedule has taken all; else empty. */
    Optional<Effect.SetDesired> wake() {
        return fleet(toward()).desired() == 0 ? regrow(toward()) : Optional.empty();
    }

    /** The call that gives {@code color} {@code hosts}, or its maximum; empty if it has them. */
    public Optional<Effect.SetDesired> atLeast(Guard guard, Color color, int hosts) {
        Fleet fleet = fleet(color);
        int wanted = Math.min(hosts, fleet.max());
        return fleet.desired() < wanted && on(guard)
                ? Optional.of(new Effect.SetDesired(color, wanted))
                : Optional.empty();
    }

    /** Why {@code color} may not be given traffic that takes {@code hosts}; empty if it may. */
    public Optional<String> unfit(Color color, int hosts) {
        return fewer(color, hosts).or(() -> strangers(color));
    }

    /** Why {@code color} cannot take {@code percent} of production back; empty if it can. */
    public Optional<String> cannotServe(Color color, int percent) {
        boolean otherIsDark = fleet(color.other()).healthyAnywhere() == 0;
        if (!on(Guard.WAY_BACK_SERVES)) {
            return Optional.empty();
        }
        return fewer(color, otherIsDark ? 1 : needed(percent, journal.floor()));
    }

    private Optional<String> fewer(Color color, int needed) {
        Fleet fleet = fleet(color);
        int healthy = on(Guard.IN_EVERY_GROUP) ? fleet.healthyEverywhere() : fleet.healthyAnywhere();
        return on(Guard.ENOUGH_HEALTHY) && healthy < needed
                ? Optional.of(color + " has " + healthy + " healthy targets in its least healthy target group, needs "
                        + needed)
                : Optional.empty();
    }

    private Optional<String> strangers(Color color) {
        int strangers = fleet(color).strangers();
        return on(Guard.RIGHT_RELEASE) && strangers > 0
                ? Optional.of(color + " has " + strangers + " hosts that run another release")
                : Optional.empty();
    }

    /** Hosts needed for {@code percent} of what {@code hosts} carry; one at least. */
    public static int needed(int percent, int hosts) {
        return Math.max(1, scaled(hosts, percent, 100));
    }

    /** {@code hosts} times {@code of} by {@code by}, rounded up. */
    static int scaled(int hosts, int of, int by) {
        return (hosts * of + by - 1) / by;
    }
}
