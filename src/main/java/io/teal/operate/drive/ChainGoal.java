package io.teal.operate.drive;

import io.teal.operate.next.Sequence;
import io.teal.operate.next.Transition;
import io.teal.release.Release;
import io.teal.release.ReleaseRequest;
import io.teal.release.Slot;
import io.teal.release.Strategy;
import io.teal.release.Version;
import java.time.Duration;
import java.util.Optional;

/** What a chain of deploys leads to. */
public sealed interface ChainGoal {

    /**
     * The next release from the one that is deployed; empty if nothing is left to do.
     *
     * @throws io.teal.release.TealException if the goal cannot be reached from there
     */
    Optional<ReleaseRequest> next(ReleaseRequest deployed);

    /** How long the deployed share is watched before the next deploy; zero if it need not be. */
    default Duration hold(Release deployed) {
        return Duration.ZERO;
    }

    /**
     * {@code version} has all of production.
     *
     * @param version the version
     * @param by one deploy for each share of this strategy; empty for as few deploys as possible
     */
    record Released(Version version, Optional<Strategy> by) implements ChainGoal {
        @Override
        public Optional<ReleaseRequest> next(ReleaseRequest deployed) {
            Release now = deployed.release();
            boolean active = now.version(now.active()).equals(Optional.of(version));
            if (active && now.candidatePercent() == 0) {
                return Optional.empty();
            }
            return Optional.of(by.map(strategy ->
                            new Sequence(now, version, strategy).releases().get(0))
                    .map(next -> Transition.request(deployed, next, false))
                    .orElseGet(() -> new Transition.To(version, false).from(deployed)));
        }

        @Override
        public Duration hold(Release deployed) {
            boolean shared = deployed.candidatePercent() > 0
                    && deployed.version(deployed.active().other()).equals(Optional.of(version));
            return by.filter(strategy -> shared).flatMap(Strategy::watched).orElse(Duration.ZERO);
        }
    }

    /** The colour without traffic has no fleet. */
    record Retired() implements ChainGoal {
        @Override
        public Optional<ReleaseRequest> next(ReleaseRequest deployed) {
            Release now = deployed.release();
            return now.slot(now.active().other()).equals(Slot.EMPTY)
                    ? Optional.empty()
                    : Optional.of(new Transition.Retire().from(deployed));
        }
    }
}
