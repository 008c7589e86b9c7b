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
     * @throws IllegalArgumentException if the active colour runs nothing, the percentage is not from 0 to 99, or a
     *     percentage rests on a colour that runs nothing
     */
    public Release {
        Objects.requireNonNull(active, "active");
        Objects.requireNonNull(blue, "blue");
        Objects.requireNonNull(green, "green");
        int running = blue.version().isPresent() && green.version().isPresent() ? 2 : 1;
        Slot runs = active == Color.BLUE ? blue : green;
        require(runs.version().isPresent(), "the active colour " + active + " needs a version");
        require(
                candidatePercent >= 0 && candidatePercent <= 99,
                "candidatePercent must be from 0 to 99, got " + candidatePercent + "; 100 percent is a promote");
        require(
                candidatePercent == 0 || running == 2,
                "candidatePercent " + candidatePercent + " needs a version on " + active.other());
    }

    /** The first release: {@code version} on {@code active}, and nothing on the other colour. */
    public static Release first(Color active, Version version) {
        Slot runs = Slot.runs(version);
        boolean onBlue = active == Color.BLUE;
        return new Release(active, onBlue ? runs : Slot.EMPTY, onBlue ? Slot.EMPTY : runs, 0);
    }

    /** What {@code color} runs. */
    public Slot slot(Color color) {
        return color == Color.BLUE ? blue : green;
    }

    /** The version of {@code color}, if it runs one. */
    public Optional<Version> version(Color color) {
        return slot(color).version();
    }

    /** Percent of production that rests on {@code color}, 0 to 100; the two colours always sum to 100. */
    public int weight(Color color) {
        return color == active ? 100 - candidatePercent : candidatePercent;
    }

    /** Gives the other colour {@code version}, at no traffic; also restarts a colour that has a fleet. */
    public Release start(Version version) {
        refuseIfUnsaid("start " + version);
        refuseIfShared("start " + version);
        return withOther(Slot.runs(version));
    }

    /** Rests {@code percent} (0 to 99) of production on the other colour; 0 takes its share away. */
    public Release rest(int percent) {
        needOther("rest " + percent + " percent");
        return new Release(active, blue, green, percent);
    }

    /** Makes the other colour the active one. */
    public Release promote() {
        needOther("promote");
        return new Release(active.other(), blue, green, 0);
    }

    /** Returns to the standby: the way back of {@link #promote}. */
    public Release rollBack() {
        needOther("roll back");
        refuseIfShared("roll back");
        return new Release(active.other(), blue, green, 0);
    }

    /** Removes the fleet of the colour that has no traffic. */
    public Release retire() {
        needOther("retire");
        refuseIfShared("retire");
        return withOther(Slot.EMPTY);
    }

    private Release withOther(Slot slot) {
        return active == Color.BLUE ? new Release(active, blue, slot, 0) : new Release(active, slot, green, 0);
    }

    private void needOther(String move) {
        refuseIfUnsaid(move);
        refuseIf(
                version(active.other()).isEmpty(),
                move,
                active.other() + " runs nothing",
                "start a version on it first");
    }

    private void refuseIfUnsaid(String move) {
        boolean unsaid = slot(active.other()) instanceof Slot.Unsaid;
        String reason = "the release does not say what " + active.other() + " runs";
        refuseIf(unsaid, move, reason, "name " + active.other() + "Version: a version, or none");
    }

    private void refuseIfShared(String move) {
        String reason = candidatePercent + " percent of production rests on " + active.other();
        refuseIf(candidatePercent > 0, move, reason, "rest 0 percent on it, or promote it, first");
    }

    private void refuseIf(boolean refused, String move, String reason, String remedy) {
        if (refused) {
            throw new IllegalTransitionException(this, move, reason, remedy);
        }
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
