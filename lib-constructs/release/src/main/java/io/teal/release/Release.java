package io.teal.release;

import java.util.Objects;
import java.util.Optional;

/**
 * Which colour production settles on, what each colour runs, and what percent rests on the other. An immutable value;
 * each move returns a new one or refuses.
 *
 * <pre>
 *   active only ──start──▶ active + other ──rest(p)──▶ active + other at p % ──promote──▶ other + active
 *        ▲                    │        ▲                    │
 *        └───────retire───────┘        └──────rest(0)───────┘        rollBack: as promote, back to the standby
 * </pre>
 *
 * @param active the colour production settles on
 * @param blue what blue runs
 * @param green what green runs
 * @param candidatePercent percent of production resting on the other colour, 0 to 99; 100 would be a promote
 */
public record Release(Color active, Slot blue, Slot green, int candidatePercent) {

    /**
     * Checks that the parts fit.
     *
     * @throws InvalidValueException if the active colour runs nothing, the percentage is not from 0 to 99, or a
     *     percentage rests on a colour that runs nothing
     */
    public Release {
        Objects.requireNonNull(active, "active");
        Objects.requireNonNull(blue, "blue");
        Objects.requireNonNull(green, "green");
        Slot runs = active == Color.BLUE ? blue : green;
        Slot other = active == Color.BLUE ? green : blue;
        InvalidValueException.require(runs.version().isPresent(), "the active colour " + active + " needs a version");
        InvalidValueException.require(
                candidatePercent >= 0 && candidatePercent <= 99,
                "candidatePercent must be from 0 to 99, got " + candidatePercent,
                "to move all of it, promote");
        InvalidValueException.require(
                candidatePercent == 0 || other.version().isPresent(),
                "candidatePercent " + candidatePercent + " needs a version on " + active.other());
    }

    /** The first release: {@code version} on {@code active}, and nothing on the other colour. */
    public static Release first(Color active, Version version) {
        return of(active, Slot.runs(version), Slot.EMPTY, 0);
    }

    /** A release by what its colours do instead of by their names. */
    static Release of(Color active, Slot runs, Slot other, int percent) {
        return active == Color.BLUE
                ? new Release(active, runs, other, percent)
                : new Release(active, other, runs, percent);
    }

    /** What {@code color} runs. */
    public Slot slot(Color color) {
        return color == Color.BLUE ? blue : green;
    }

    /** The version of {@code color}, if it runs one. */
    public Optional<Version> version(Color color) {
        return slot(color).version();
    }

    /** Whether each colour runs a version. */
    public boolean runsBoth() {
        return version(active.other()).isPresent();
    }

    /** The version of {@code color}, or {@link Version#NONE}. */
    public String versionOrNone(Color color) {
        return version(color).map(Version::value).orElse(Version.NONE);
    }

    /** Percent of production that rests on {@code color}, 0 to 100; the two colours always sum to 100. */
    public int weight(Color color) {
        return color == active ? 100 - candidatePercent : candidatePercent;
    }

    /** Gives the other colour {@code version}, at no traffic; also restarts a colour that has a fleet. */
    public Release start(Version version) {
        needs("start " + version).otherSaid().otherIdle();
        return of(active, slot(active), Slot.runs(version), 0);
    }

    /** Rests {@code percent} (0 to 99) of production on the other colour; 0 takes its share away. */
    public Release rest(int percent) {
        needs("rest " + percent + " percent").otherRunning();
        return new Release(active, blue, green, percent);
    }

    /** Makes the other colour the active one. */
    public Release promote() {
        needs("promote").otherRunning();
        return new Release(active.other(), blue, green, 0);
    }

    /** Returns to the standby: the way back of {@link #promote}. A candidate's share goes back by {@code rest(0)}. */
    public Release rollBack() {
        needs("roll back").otherRunning().otherStandby();
        return new Release(active.other(), blue, green, 0);
    }

    /** Removes the fleet of the colour that has no traffic. */
    public Release retire() {
        needs("retire").otherRunning().otherIdle();
        return of(active, slot(active), Slot.EMPTY, 0);
    }

    private Needs needs(String move) {
        return new Needs(this, move);
    }
}
