package io.teal.release.journal;

import io.teal.release.observation.Weights;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What a run remembers between ticks. Each change returns a new journal; it is stored before the next step.
 *
 * <pre>
 *   begin ──adopt──▶ forward steps 0…n ──────────▶ ended
 *                        │ turnBack                  ▲
 *                        └─────▶ back steps 0…m ─────┘        and in each: intend ─▶ confirm
 * </pre>
 *
 * @param goingBack whether the run is rolling back
 * @param step index of the step it is at
 * @param since when that step began, or when a change of weights was last read back
 * @param at the weights that this run last read back; empty before the first read
 * @param intent the weights it is writing; not yet read back
 * @param stray the weights it was last writing when it turned back: it may still take effect
 * @param floor how many hosts carried production when the run began
 * @param installing what a run that installs remembers in addition
 * @param outcome how it ended, if it did
 * @param why why it turned back or ended; empty text before
 */
public record Journal(
        boolean goingBack,
        int step,
        Instant since,
        Optional<Weights> at,
        Optional<Weights> intent,
        Optional<Weights> stray,
        int floor,
        Installing installing,
        Optional<Outcome> outcome,
        String why) {

    public Journal {
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(intent, "intent");
        Objects.requireNonNull(stray, "stray");
        Objects.requireNonNull(installing, "installing");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(why, "why");
    }

    /** The journal of a run that begins {@code now}. */
    public static Journal begin(Instant now) {
        Optional<Weights> none = Optional.empty();
        return new Journal(false, 0, now, none, none, none, 0, Installing.NOTHING, Optional.empty(), "");
    }

    /** The run starts from the weights {@code found}, served by {@code hosts}. */
    public Journal adopt(Weights found, int hosts, Instant now) {
        return new Journal(
                goingBack, step, now, Optional.of(found), Optional.empty(), stray, hosts, installing, outcome, why);
    }

    /** The step is done; the next begins {@code now}. */
    public Journal advance(Instant now) {
        return new Journal(goingBack, step + 1, now, at, intent, stray, floor, installing, outcome, why);
    }

    /** {@code weights} are about to be written over {@code over}. */
    public Journal intend(Weights over, Weights weights) {
        Optional<Weights> now = Optional.of(over);
        Optional<Weights> next = Optional.of(weights);
        return new Journal(goingBack, step, since, now, next, stray, floor, installing, outcome, why);
    }

    /** {@code live} was read back. */
    public Journal confirm(Weights live, Instant now) {
        return new Journal(
                goingBack, step, now, Optional.of(live), Optional.empty(), stray, floor, installing, outcome, why);
    }

    /** Goes back, because of {@code reason}. */
    public Journal turnBack(String reason, Instant now) {
        Installing unmarked = installing.mark(false);
        return new Journal(true, 0, now, at, Optional.empty(), intent.or(() -> at), floor, unmarked, outcome, reason);
    }

    /** The run has ended. */
    public Journal end(Outcome how, String reason) {
        return new Journal(goingBack, step, since, at, intent, stray, floor, installing, Optional.of(how), reason);
    }

    /** The hosts are marked, or, if {@code marked} is false, tagged with their version. */
    public Journal mark(boolean marked) {
        return with(installing.mark(marked));
    }

    /** Follows {@code deployment}; none if that is empty. */
    public Journal follow(Optional<String> deployment) {
        return with(installing.follow(deployment));
    }

    /** CodeDeploy has refused to make a deployment, because of {@code reason}. */
    public Journal refuse(String reason, Instant now) {
        return with(installing.refuse(reason, now));
    }

    private Journal with(Installing changed) {
        return new Journal(goingBack, step, since, at, intent, stray, floor, changed, outcome, why);
    }

    /** Whether there is something to roll back. */
    public boolean begun() {
        return at.isPresent() || installing.begun();
    }

    /** Whether every place of {@code live} has what the run last read back, or is writing. */
    public boolean owns(Weights live) {
        return at.isEmpty() || live.each().stream().allMatch(place -> has(at, place) || has(intent, place));
    }

    /** The same, or what it was writing when it turned back: that may still take effect. */
    public boolean ownsOrStrayed(Weights live) {
        return at.isEmpty()
                || live.each().stream().allMatch(place -> has(at, place) || has(intent, place) || has(stray, place));
    }

    private static boolean has(Optional<Weights> weights, Weights place) {
        return weights.filter(one -> one.each().contains(place)).isPresent();
    }
}
