package io.teal.release.guard;

import io.teal.release.Color;
import io.teal.release.observation.Direction;
import io.teal.release.observation.Gate;
import io.teal.release.observation.Weights;
import java.util.Optional;

/** What must be so before an alarm returns traffic, in the order in which it is asked. */
public enum GuardRule {
    /** Only a promotion is watched: not a release that returned traffic, and not what a rollback has left. */
    A_PROMOTION_IS_WATCHED {
        @Override
        Optional<String> against(GuardSight sight) {
            return sight.watched().isPresent() ? Optional.empty() : Optional.of("no promotion is watched");
        }
    },
    WINDOW_IS_OPEN {
        @Override
        Optional<String> against(GuardSight sight) {
            return sight.watched()
                    .filter(watched -> !sight.now().isBefore(watched.end()))
                    .map(watched -> "the guard has ended at " + watched.end());
        }
    },
    /** An alarm without data says nothing of a version that has passed its bake. */
    ALARM_IS_RAISED {
        @Override
        Optional<String> against(GuardSight sight) {
            return sight.alarm() == Gate.Alarm.ALARM ? Optional.empty() : Optional.of("no alarm is in ALARM");
        }
    },
    /** At night there is nothing that could answer, by a schedule; the other version would not be better. */
    ACTIVE_HAS_HOSTS {
        @Override
        Optional<String> against(GuardSight sight) {
            return sight.activeHasHosts()
                    ? Optional.empty()
                    : Optional.of("the active fleet is to have no hosts, as at night");
        }
    },
    NOT_HELD {
        @Override
        Optional<String> against(GuardSight sight) {
            return sight.held() ? Optional.of("the guard is held") : Optional.empty();
        }
    },
    /** While the stack is changed, its own runs watch and return traffic. */
    STACK_IS_IDLE {
        @Override
        Optional<String> against(GuardSight sight) {
            Direction stack = sight.stack();
            return stack == Direction.IDLE ? Optional.empty() : Optional.of("the stack is going " + stack);
        }
    },
    /**
     * A person may have moved traffic since; and it is returned once only. Of several ports some may have it back
     * already, if the run that was returning it was cut off by a deploy.
     */
    TRAFFIC_IS_WHERE_IT_WAS_PROMOTED {
        @Override
        Optional<String> against(GuardSight sight) {
            boolean there = sight.watched()
                    .flatMap(watched -> sight.live().filter(live -> isThere(watched.active(), live)))
                    .isPresent();
            return there
                    ? Optional.empty()
                    : Optional.of("live weights are "
                            + sight.live().map(Weights::toString).orElse("not set up"));
        }

        private static boolean isThere(Color active, Weights live) {
            Weights all = Weights.of(active, 100);
            Weights back = Weights.of(active, 0);
            return live.each().contains(all)
                    && live.each().stream().allMatch(place -> place.equals(all) || place.equals(back));
        }
    },
    /** The other colour may be retired, or run a version that nobody has tried yet. */
    STANDBY_HAS_SERVED {
        @Override
        Optional<String> against(GuardSight sight) {
            return sight.standbyServed()
                    ? Optional.empty()
                    : Optional.of("the other colour runs no version that was active before");
        }
    };

    /** Why {@code sight} does not allow to return traffic; empty if this rule has nothing against it. */
    abstract Optional<String> against(GuardSight sight);
}
