package io.teal.operate.next;

import io.teal.operate.RefusedException;
import io.teal.release.Color;
import io.teal.release.Release;
import io.teal.release.Slot;
import io.teal.release.Strategy;
import io.teal.release.Version;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One deploy for each share of a strategy, for a strategy that takes longer than CloudFormation waits for one deploy.
 *
 * @param now the current release
 * @param version the version that is to become active
 * @param strategy canary or linear
 */
public record Sequence(Release now, Version version, Strategy strategy) {
    private static final int ALL = 100;

    /** Refuses a strategy of one deploy. */
    public Sequence {
        if (strategy.watched().isEmpty()) {
            throw new RefusedException(
                    strategy + " is one deploy, not several", "teal next " + version + " writes it, without --by");
        }
        if (strategy.sharesCapacity()) {
            throw new RefusedException(
                    strategy + " cannot rest between deploys: each colour has only the hosts of its share",
                    "take canary or linear, or fewer or shorter steps in one deploy");
        }
    }

    /** How long each share is held before the next deploy. */
    public Duration hold() {
        return strategy.watched().orElseThrow();
    }

    /**
     * The release after each deploy, in order. An empty colour is started by the deploy that gives it its first share.
     * A colour with another version is started by an extra deploy, which replaces its fleet before it gets traffic.
     *
     * @throws RefusedException if {@code version} is active already
     * @throws io.teal.release.IllegalTransitionException if the current release does not allow it
     */
    public List<Release> releases() {
        Color other = now.active().other();
        if (now.version(other).equals(Optional.of(version))) {
            return shares(now);
        }
        if (now.version(now.active()).equals(Optional.of(version))) {
            throw new RefusedException(
                    now.active() + " is active and runs " + version + " already", "name another version");
        }
        Release first = now.start(version);
        List<Release> all = new ArrayList<>();
        if (!now.slot(other).equals(Slot.EMPTY)) {
            all.add(first);
        }
        all.addAll(shares(first));
        return all;
    }

    private List<Release> shares(Release from) {
        return strategy.shares(from.weight(from.active().other()), ALL).stream()
                .map(share -> share == ALL ? from.promote() : from.rest(share))
                .toList();
    }
}
