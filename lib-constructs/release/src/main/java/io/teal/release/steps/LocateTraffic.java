package io.teal.release.steps;

import io.teal.release.Color;
import io.teal.release.observation.Weights;
import io.teal.release.step.Guard;
import io.teal.release.step.Progress;
import io.teal.release.step.Step;
import io.teal.release.step.StepContext;
import java.time.Duration;

/**
 * Reads the live weights before the first change.
 *
 * @param strict whether it must be where the operation began; a run that only returns traffic starts from any weights
 * @param least the hosts that carry production are so many at least, whatever the fleets have now
 */
public record LocateTraffic(boolean strict, int least, Duration patience) implements Step {
    @Override
    public String name() {
        return "find traffic";
    }

    @Override
    public Progress look(StepContext run) {
        Weights live = run.live();
        Weights home = run.home().orElseThrow();
        if (run.journal().at().isPresent()) {
            return new Progress.Done("starting from " + live);
        }
        if (strict && run.on(Guard.LIVE_IS_WHERE_IT_BEGAN) && !live.equals(home)) {
            return new Progress.Fail("live weights are " + live + " and were " + home
                    + " when this operation began: someone else moves traffic");
        }
        int found =
                Math.max(run.fleet(Color.BLUE).desired(), run.fleet(Color.GREEN).desired());
        return new Progress.Adopt(live, Math.max(found, least), "live weights are " + live);
    }
}
