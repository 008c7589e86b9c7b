package io.teal.runtime.execution;

import io.teal.release.journal.Journal;
import io.teal.release.observation.Direction;
import io.teal.release.plan.Plan;
import io.teal.release.step.Step;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whether the code that goes on with a run would do what the code that began it would. An update of the stack changes
 * the function under a run that nobody has stopped yet: one of the guard, or of a deploy that was cancelled. A run's
 * journal knows its step by number, and another plan has another step there.
 */
final class SameTeal {
    /** In the payload: what the plan looked like when the run began it. */
    static final String PLAN = "plan";

    /** What a guard has sent may still take effect, and whoever waits for it is not to begin before that. */
    private static final int LANDED_SECONDS = 31;

    private SameTeal() {}

    /**
     * {@code payload} as this code goes on with it. If it cannot read it, or has another plan, the run has failed: its
     * stack turns back, or has turned already, and that returns traffic. A run that returns traffic itself opens anew.
     */
    static Payload goesOn(Payload payload) {
        return Legible.or(() -> goesOn(payload, payload.journal(), plan(payload)), why -> foreign(payload, why));
    }

    private static Payload goesOn(Payload payload, Optional<Journal> begun, Optional<Plan> plan) {
        Optional<String> shape = plan.map(SameTeal::shape);
        boolean fits = begun.map(
                        journal -> plan.filter(one -> hasStep(one, journal)).isPresent()
                                && payload.text(PLAN).or(() -> shape).equals(shape))
                .orElse(true);
        return fits
                ? shape.map(one -> payload.with(PLAN, one)).orElse(payload)
                : foreign(payload, "its plan has changed");
    }

    /** A Teal that kept no plan made the same, unless there is no such step. */
    private static boolean hasStep(Plan plan, Journal journal) {
        return journal.step() < (journal.goingBack() ? plan.back() : plan.steps()).size();
    }

    private static Payload foreign(Payload payload, String why) {
        return returnsTraffic(payload) ? payload.anew() : ends(payload, why);
    }

    /** Of the choice that the run is at; empty if it has not opened. Its properties are read, too. */
    private static Optional<Plan> plan(Payload payload) {
        payload.event().properties();
        return payload.opened()
                .map(OpeningResult::choices)
                .filter(choices -> payload.at() < choices.size())
                .map(choices -> choices.get(payload.at()).plan(payload.event()));
    }

    private static String shape(Plan plan) {
        String names = names(plan.steps()) + " | " + names(plan.back());
        return Integer.toHexString(names.hashCode());
    }

    private static String names(List<Step> steps) {
        return steps.stream().map(Step::name).collect(Collectors.joining(", "));
    }

    private static boolean returnsTraffic(Payload payload) {
        boolean goesBack = Legible.of(payload::found)
                .filter(found -> found.direction() == Direction.BACKWARD)
                .isPresent();
        return goesBack
                && payload.event().type() == Event.ResourceType.PREFLIGHT
                && payload.event().legible().isPresent();
    }

    private static Payload ends(Payload payload, String why) {
        String what = "another version of Teal has begun this run, and this one cannot go on with it: " + why;
        Payload failed = payload.fail(Reason.of(what, payload.event().look()));
        return payload.event().type() == Event.ResourceType.GUARD ? failed.waiting(LANDED_SECONDS) : failed;
    }
}
