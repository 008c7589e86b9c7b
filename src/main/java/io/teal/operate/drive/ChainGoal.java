package io.teal.operate.drive;

import io.teal.operate.next.Sequence;
import io.teal.operate.next.Transition;
import io.teal.release.Release;
import io.teal.release.ReleaseRequest;
import io.teal.release.Slot;
import io.teal.release.Strategy;
import io.teal.release.Version;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a chain of deploys leads to. */
public sealed interface ChainGoal {

    /**
     * The next deploy from what is deployed; empty if nothing is left to do.
     *
     * @throws io.teal.release.TealException if the goal cannot be reached from there
     */
    Optional<NextDeploy> next(ReleaseRequest deployed);

    /**
     * A deploy.
     *
     * @param request what it asks for
     * @param hold how long its share is watched before the next deploy; zero if it is the last
     */
    record NextDeploy(ReleaseRequest request, Duration hold) {
        /** What it asks for, {@code way} being how the release file says that deploys move weights. */
        ReleaseRequest by(Optional<Strategy> way) {
            return new ReleaseRequest(
                    request.release(), request.strategy().or(() -> way), request.allowRollBack(), request.schema());
        }
    }

    /**
     * {@code version} has all of production.
     *
     * @param version the version
     * @param by one deploy for each share of this strategy; empty for as few deploys as possible
     */
    record Released(Version version, Optional<Strategy> by) implements ChainGoal {
        @Override
        public Optional<NextDeploy> next(ReleaseRequest deployed) {
            Release now = deployed.release();
            boolean active = now.version(now.active()).equals(Optional.of(version));
            if (active && now.candidatePercent() == 0) {
                return Optional.empty();
            }
            return Optional.of(by.map(strategy -> share(deployed, new Sequence(now, version, strategy)))
                    .orElseGet(() -> last(new Transition.To(version, false), deployed)));
        }

        /** The strategy of each deploy goes from one share to the next at once; the waits are between them. */
        private NextDeploy share(ReleaseRequest deployed, Sequence sequence) {
            List<Release> left = sequence.releases();
            ReleaseRequest next =
                    new ReleaseRequest(left.get(0), Optional.of(new Strategy.AllAtOnce()), false, deployed.schema());
            boolean starts = left.get(0).candidatePercent() == 0;
            return new NextDeploy(next, left.size() == 1 || starts ? Duration.ZERO : sequence.hold());
        }
    }

    /** The colour without traffic has no fleet. */
    record Retired() implements ChainGoal {
        @Override
        public Optional<NextDeploy> next(ReleaseRequest deployed) {
            Release now = deployed.release();
            return now.slot(now.active().other()).equals(Slot.EMPTY)
                    ? Optional.empty()
                    : Optional.of(last(new Transition.Retire(), deployed));
        }
    }

    /** A deploy after which nothing is waited for, in whatever way the release file says. */
    private static NextDeploy last(Transition move, ReleaseRequest deployed) {
        ReleaseRequest next = move.from(deployed);
        return new NextDeploy(
                new ReleaseRequest(next.release(), Optional.empty(), next.allowRollBack(), next.schema()),
                Duration.ZERO);
    }
}
