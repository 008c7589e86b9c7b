package io.teal.release.steps;

import io.teal.release.Color;
import io.teal.release.observation.Weights;
import io.teal.release.step.Effect;
import io.teal.release.step.Guard;
import io.teal.release.step.Progress;
import io.teal.release.step.StepContext;
import java.time.Duration;
import java.util.Optional;

/**
 * The way home of a fleet that has given hosts away: what it can carry returns at once, then it grows, then the rest
 * returns.
 *
 * @param gains the colour that gets traffic back
 * @param takes how long a write of the run may take to land: until then there is no other
 */
record PartWay(StepContext run, Weights home, Color gains, Duration takes) {

    Progress look() {
        return run.stale()
                .map(this::growOrWait)
                .orElseGet(() -> target().map(this::write)
                        .orElseGet(() -> growOrWait(cannot(home).orElse(""))));
    }

    /** A write that was begun is finished first: another could be overtaken by it. */
    private Optional<Weights> target() {
        return run.journal().intent().or(() -> cannot(home).isEmpty() ? Optional.of(home) : part());
    }

    private Progress write(Weights target) {
        Optional<String> cannot = cannot(target);
        if (cannot.isPresent()) {
            return growOrWait(cannot.get());
        }
        boolean lands =
                partly() && run.journal().intent().isEmpty() && run.age().compareTo(takes) < 0;
        return lands && run.on(Guard.PART_HAS_LANDED)
                ? new Progress.Pending("a part of the traffic is back, for " + takes.toSeconds() + " s at least")
                : new Progress.Perform(
                        new Effect.SetWeights(run.live(), target),
                        gains + " can serve " + target.percent(gains) + " percent: returning traffic");
    }

    private Optional<String> cannot(Weights weights) {
        return run.cannotServe(gains, weights.percent(gains));
    }

    /** As much as the healthy hosts can carry, once. */
    private Optional<Weights> part() {
        int hosts = run.journal().floor();
        int share = hosts == 0 ? 0 : run.fleet(gains).healthyEverywhere() * 100 / hosts;
        boolean more = share > run.live().percent(gains) && share < home.percent(gains);
        boolean first =
                run.journal().stray().isPresent() ? !partly() : run.fleet(gains).desired() < hosts;
        return Optional.of(Weights.of(gains, share)).filter(part -> more && first);
    }

    /** Whether a part is back since the run turned. */
    private boolean partly() {
        return run.journal()
                .stray()
                .filter(left -> run.live().of(gains) > left.of(gains))
                .isPresent();
    }

    private Progress growOrWait(String why) {
        return run.regrow(gains)
                .<Progress>map(size -> new Progress.Perform(size, why))
                .orElseGet(() -> new Progress.Pending(why));
    }
}
