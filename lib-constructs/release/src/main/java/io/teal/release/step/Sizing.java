package io.teal.release.step;

import io.teal.release.Color;
import io.teal.release.observation.Fleet;
import java.util.Optional;

/** How large the fleets are while traffic moves. */
public sealed interface Sizing {

    /** What the run remembers first: production takes more hosts than when it began; empty if it does not. */
    default Optional<Progress> recount(StepContext run) {
        return Optional.empty();
    }

    /** The call after which the fleets are large enough for {@code percent} of production; empty if they are. */
    Optional<Effect.SetDesired> grow(StepContext run, int percent);

    /** The call that gives the fleet to roll back to the hosts that it needs for that; empty if it has them. */
    Optional<Effect.SetDesired> warm(StepContext run);

    /** Why the colour that gains traffic may not be given {@code percent} of production; empty if it may. */
    Optional<String> unfit(StepContext run, int percent);

    /** Why a fleet grows, for the log. */
    String why();

    /** How large the fleet of {@code toward} becomes for {@code percent} of production, for people. */
    String becomes(Color toward, int percent);

    /** What can be taken back at once while {@code toward} is watched, for people. */
    String ready(Color toward);

    /** Each fleet could carry all of production: the smaller is made as large as the larger. */
    record Doubled() implements Sizing {
        @Override
        public Optional<Effect.SetDesired> grow(StepContext run, int percent) {
            return run.level(Guard.FLEETS_ARE_LEVEL).or(run::wake);
        }

        @Override
        public Optional<Effect.SetDesired> warm(StepContext run) {
            return run.level(Guard.WAY_BACK_IS_WARM);
        }

        @Override
        public Optional<String> unfit(StepContext run, int percent) {
            Fleet fleet = run.fleet(run.toward());
            Fleet other = run.fleet(run.toward().other());
            return run.unfit(run.toward(), StepContext.needed(percent, Math.max(other.desired(), fleet.desired())));
        }

        @Override
        public String why() {
            return "the fleets differ in size";
        }

        @Override
        public String becomes(Color toward, int percent) {
            return toward + " becomes healthy, as large as the live fleet";
        }

        @Override
        public String ready(Color toward) {
            return "alarms are watched, rollback ready";
        }
    }

    /**
     * The fleet has so many hosts at least: nothing carries production yet.
     *
     * @param hosts how many
     */
    record AtLeast(int hosts) implements Sizing {
        @Override
        public Optional<Effect.SetDesired> grow(StepContext run, int percent) {
            return run.atLeast(Guard.FLEETS_ARE_LEVEL, run.toward(), hosts);
        }

        @Override
        public Optional<Effect.SetDesired> warm(StepContext run) {
            return Optional.empty();
        }

        @Override
        public Optional<String> unfit(StepContext run, int percent) {
            return run.unfit(
                    run.toward(), Math.max(hosts, run.fleet(run.toward()).desired()));
        }

        @Override
        public String why() {
            return "the fleet is smaller than its minimum";
        }

        @Override
        public String becomes(Color toward, int percent) {
            return toward + " becomes healthy";
        }

        @Override
        public String ready(Color toward) {
            return "alarms are watched";
        }
    }

    /**
     * Each fleet is as large as its share of production needs. The one that loses traffic keeps the hosts of the share
     * that it had, until the step has been watched.
     *
     * @param kept that share, in percent; 100 in the first step, when the fleet is still whole
     */
    record Shared(int kept) implements Sizing {
        /** Once a fleet has given hosts away, its size no longer says how many production takes. */
        @Override
        public Optional<Progress> recount(StepContext run) {
            boolean writes = run.journal().intent().isPresent();
            int hosts = production(run);
            return run.seen()
                    .live()
                    .filter(live -> !writes && hosts > run.journal().floor())
                    .map(live -> new Progress.Adopt(live, hosts, "production takes " + hosts + " hosts now"));
        }

        @Override
        public Optional<Effect.SetDesired> grow(StepContext run, int percent) {
            return run.atLeast(Guard.FLEETS_ARE_LEVEL, run.toward(), StepContext.needed(percent, production(run)));
        }

        @Override
        public Optional<Effect.SetDesired> warm(StepContext run) {
            int hosts = StepContext.needed(kept, run.journal().floor());
            return run.atLeast(Guard.WAY_BACK_IS_WARM, run.toward().other(), hosts);
        }

        @Override
        public Optional<String> unfit(StepContext run, int percent) {
            return run.unfit(run.toward(), StepContext.needed(percent, production(run)));
        }

        /** The desired capacity of the fleet that loses traffic, once the other has {@code percent} of production. */
        public int left(StepContext run, int percent) {
            int min = run.fleet(run.toward().other()).min();
            return percent == 100 ? min : Math.max(min, StepContext.needed(100 - percent, production(run)));
        }

        /**
         * The hosts that production takes: as many as when the run began. If the fleet that loses traffic has grown
         * since, for the share that it was sized for, as many more; its version is the one whose need is known.
         */
        private int production(StepContext run) {
            Fleet fleet = run.fleet(run.toward().other());
            int began = run.journal().floor();
            boolean grew = fleet.desired() > Math.max(fleet.min(), StepContext.needed(kept, began));
            int now = grew ? StepContext.scaled(fleet.desired(), 100, kept) : began;
            return Math.max(began, Math.min(now, run.fleet(run.toward()).max()));
        }

        @Override
        public String why() {
            return "the share takes more hosts";
        }

        @Override
        public String becomes(Color toward, int percent) {
            return toward + " becomes healthy, sized for " + percent + " percent";
        }

        @Override
        public String ready(Color toward) {
            return "alarms watched, " + toward.other() + " can take back " + kept + " percent";
        }
    }
}
