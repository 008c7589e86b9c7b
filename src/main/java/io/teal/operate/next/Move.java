package io.teal.operate.next;

import io.teal.operate.RefusedException;
import io.teal.release.Color;
import io.teal.release.IllegalTransitionException;
import io.teal.release.InvalidValueException;
import io.teal.release.Release;
import io.teal.release.ReleaseRequest;
import io.teal.release.Slot;
import io.teal.release.Version;
import java.util.Optional;

/** How the next release follows from the present one. */
public sealed interface Move {

    /** The release that follows {@code now}. */
    Release from(Release now);

    /** Whether traffic returns to a version that was active before. */
    default boolean goesBack() {
        return false;
    }

    /**
     * The request that follows {@code now}: the strategy stays, an earlier leave to roll back does not.
     *
     * @throws RefusedException if the release does not allow the move
     */
    default ReleaseRequest from(ReleaseRequest now) {
        try {
            return new ReleaseRequest(from(now.release()), now.strategy(), goesBack());
        } catch (IllegalTransitionException refused) {
            throw new RefusedException(refused.getMessage(), refused.hint());
        } catch (InvalidValueException refused) {
            throw new RefusedException(refused.getMessage(), refused.hintOr("see teal next --help"));
        }
    }

    /**
     * One deploy nearer to {@code version} being active: promotes the other colour if it runs it, else starts it there,
     * and promotes it at once if that colour is empty.
     *
     * @param version the version that is to be active
     * @param again whether it may be the version that is active already
     */
    record To(Version version, boolean again) implements Move {
        @Override
        public Release from(Release now) {
            Color other = now.active().other();
            if (now.version(other).equals(Optional.of(version))) {
                return now.promote();
            }
            refuseTwice(now);
            Release started = now.start(version);
            return now.slot(other).equals(Slot.EMPTY) ? started.promote() : started;
        }

        private void refuseTwice(Release now) {
            if (!again && now.version(now.active()).equals(Optional.of(version))) {
                throw new RefusedException(
                        now.active() + " is active and runs " + version + " already",
                        "to release it once more with another configuration or image, add --again");
            }
        }
    }

    /**
     * Starts {@code version} on the other colour, without traffic.
     *
     * @param version the version
     */
    record Start(Version version) implements Move {
        @Override
        public Release from(Release now) {
            return now.start(version);
        }
    }

    /**
     * Rests a share of production on the other colour.
     *
     * @param percent the share, 0 to 99
     */
    record Rest(int percent) implements Move {
        @Override
        public Release from(Release now) {
            return now.rest(percent);
        }
    }

    /** Returns to the standby. */
    record Back() implements Move {
        @Override
        public Release from(Release now) {
            return now.rollBack();
        }

        @Override
        public boolean goesBack() {
            return true;
        }
    }

    /** Removes the fleet of the colour that has no traffic. */
    record Retire() implements Move {
        @Override
        public Release from(Release now) {
            return now.retire();
        }
    }
}
