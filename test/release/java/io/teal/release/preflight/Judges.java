package io.teal.release.preflight;

import io.teal.release.ReleaseRequest;
import io.teal.release.observation.Direction;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Preflight with some of its rules taken away; the only door to that seam. */
public final class Judges {
    private final Preflight preflight;

    private Judges(Set<Rule> rules) {
        this.preflight = new Preflight(rules);
    }

    /** All rules. */
    public static Judges all() {
        return new Judges(EnumSet.allOf(Rule.class));
    }

    /** All rules but {@code rule}. */
    public static Judges without(Rule rule) {
        return new Judges(EnumSet.complementOf(EnumSet.of(rule)));
    }

    /** Judges as {@link Preflight#judge} does. */
    public Verdict judge(Direction direction, Optional<ReleaseRequest> settled, DeployRequest asked, LiveState live) {
        return preflight.verdict(direction, settled, asked, live);
    }
}
