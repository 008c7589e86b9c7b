package io.teal.operate.next;

import io.teal.operate.RefusedException;
import io.teal.release.Color;
import io.teal.release.IllegalTransitionException;
import io.teal.release.Release;
import io.teal.release.Slot;
import io.teal.release.Strategy;
import io.teal.release.Version;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The deploys that bring all traffic to a version in the shares of a strategy, one deploy for each: for a strategy that
 * takes longer than CloudFormation waits for one.
 *
 * @param now the release that is
 * @param version what shall be active
 * @param strategy canary or linear
 */
public record Sequence(Release now, Version version, Strategy strategy) {
    private static final int ALL = 100;

    /** Checks that there is more than one deploy in it. */
    public Sequence {
        if (strategy.watched().isEmpty()) {
            throw new RefusedException(
                    strategy + " is one deploy, not several", "teal next " + version + " writes it, without --by");
        }
    }

    /** How long each share is held before the next deploy. */
    public Duration hold() {
        return strategy.watched().orElseThrow();
    }

    /**
     * What each deploy settles on, in order. A colour that is empty is started by the deploy that gives it its first
     * share; one that runs something else is started by a deploy of its own, because what serves no traffic yet must be
     * replaced first.
     *
     * @throws RefusedException if {@code version} is active, or the release does not allow it
     */
    public List<Release> releases() {
        try {
            return started();
        } catch (IllegalTransitionException refused) {
            throw new RefusedException(refused.getMessage(), refused.hint());
        }
    }

    private List<Release> started() {
        Color other = now.active().other();
        if (now.version(other).equals(Optional.of(version))) {
            return shares(now);
        }
        if (now.version(now.active()).equals(Optional.of(version))) {
            throw new RefusedException(
                    now.active() + " is active and runs " + version + " already", "name the version that is to come");
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
