package io.teal.operate.next;

import io.teal.operate.RefusedException;
import io.teal.release.Color;
import io.teal.release.InvalidValueException;
import io.teal.release.Release;
import io.teal.release.ReleaseRequest;
import io.teal.release.SchemaStep;
import io.teal.release.Slot;
import io.teal.release.Version;
import java.util.Optional;

/** How the next release follows from the present one. */
public sealed interface Transition {

    /** The release that follows {@code now}. */
    Release from(Release now);

    /** Whether traffic returns to a version that was active before. */
    default boolean goesBack() {
        return false;
    }

    /**
     * The request that follows {@code now}: the strategy stays; permission to roll back does not.
     *
     * @throws io.teal.release.TealException if the release does not allow the move
     */
    default ReleaseRequest from(ReleaseRequest now) {
        try {
            Release next = from(now.release());
            return request(now, next, goesBack());
        } catch (InvalidValueException refused) {
            throw new RefusedException(refused.getMessage(), refused.hintOr("see teal next --help"));
        }
    }

    /** The request of {@code next}, which follows {@code now}. */
    static ReleaseRequest request(ReleaseRequest now, Release next, boolean goesBack) {
        return new ReleaseRequest(next, now.strategy(), goesBack, schema(now, next));
    }

    /** A contract is kept as long as both colours run what they ran when it was declared. */
    private static SchemaStep schema(ReleaseRequest now, Release next) {
        boolean same = next.active() == now.release().active()
                && next.slot(next.active().other())
                        .equals(now.release().slot(next.active().other()));
        return same ? now.schema() : SchemaStep.NONE;
    }

    /** The release stays, and the schema does not fit the version before any more. */
    record ContractSchema() implements Transition {
        @Override
        public Release from(Release now) {
            if (!now.runsBoth()) {
                throw new RefusedException(
                        now.active().other() + " runs nothing, so there is no version that the schema must fit",
                        "contract the schema without a deploy");
            }
            return now;
        }

        @Override
        public ReleaseRequest from(ReleaseRequest now) {
            return new ReleaseRequest(from(now.release()), now.strategy(), false, SchemaStep.CONTRACTED);
        }
    }

    /**
     * One deploy towards {@code version}: promotes the other colour if it runs that, else starts it there; promotes it
     * in the same deploy if that colour was empty.
     *
     * @param version the version that is to become active
     * @param again whether it may be the active version
     */
    record To(Version version, boolean again) implements Transition {
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
                        "add --again to release it with another configuration or image");
            }
        }
    }

    /**
     * Starts {@code version} on the other colour, without traffic.
     *
     * @param version the version
     */
    record Start(Version version) implements Transition {
        @Override
        public Release from(Release now) {
            return now.start(version);
        }
    }

    /**
     * Gives the other colour a lasting share of production.
     *
     * @param percent the share, 0 to 99
     */
    record Rest(int percent) implements Transition {
        @Override
        public Release from(Release now) {
            return now.rest(percent);
        }
    }

    /**
     * Returns to the standby.
     *
     * @param pastContract whether that may be one that the contracted schema does not fit
     */
    record Back(boolean pastContract) implements Transition {
        @Override
        public Release from(Release now) {
            return now.rollBack();
        }

        @Override
        public ReleaseRequest from(ReleaseRequest now) {
            boolean contracted = now.schema() == SchemaStep.CONTRACTED;
            if (contracted && !pastContract) {
                throw new RefusedException(
                        "the standby does not fit the schema any more: the file says contract=true",
                        "release a new version, or put the schema back and add --past-contract");
            }
            return Transition.super.from(now).with(contracted ? SchemaStep.PUT_BACK : SchemaStep.NONE);
        }

        @Override
        public boolean goesBack() {
            return true;
        }
    }

    /** Removes the fleet of the colour that has no traffic. */
    record Retire() implements Transition {
        @Override
        public Release from(Release now) {
            return now.retire();
        }
    }
}
