package io.teal.release.steps;

import io.teal.release.Color;
import io.teal.release.observation.Weights;
import io.teal.release.step.Effect;
import io.teal.release.step.Guard;
import io.teal.release.step.Progress;
import io.teal.release.step.Step;
import io.teal.release.step.StepContext;
import java.time.Duration;

/**
 * Returns traffic to the home weights in one write, if the fleets can serve it, and waits until it has stayed there.
 *
 * @param takes how long it must have stayed
 */
public record ReturnHome(Duration takes, Duration patience) implements Step {
    @Override
    public String name() {
        return "return traffic";
    }

    @Override
    public Progress look(StepContext run) {
        Weights home = run.home().orElseThrow();
        if (run.live().equals(home)) {
            boolean settled = run.age().compareTo(takes) >= 0 || !run.on(Guard.HOME_IS_SETTLED);
            return settled
                    ? new Progress.Done("traffic is home: " + home)
                    : new Progress.Pending("traffic is home, seeing that it stays for " + takes.toSeconds() + " s");
        }
        Color gains = home.of(Color.BLUE) > run.live().of(Color.BLUE) ? Color.BLUE : Color.GREEN;
        return run.stale()
                .or(() -> run.cannotServe(gains, home.percent(gains)))
                .map(why -> resizeOrWait(run, gains, why))
                .orElseGet(() -> new Progress.Perform(
                        new Effect.SetWeights(run.live(), home), gains + " can serve: returning traffic"));
    }

    private static Progress resizeOrWait(StepContext run, Color gains, String why) {
        return run.level(Guard.FLEETS_ARE_LEVEL)
                .filter(sized -> sized.color() == gains)
                .or(() -> run.regrow(gains))
                .<Progress>map(size -> new Progress.Perform(size, why))
                .orElseGet(() -> new Progress.Pending(why));
    }
}
