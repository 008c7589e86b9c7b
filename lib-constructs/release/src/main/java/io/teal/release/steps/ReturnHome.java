package io.teal.release.steps;

import io.teal.release.Color;
import io.teal.release.observation.Weights;
import io.teal.release.step.Effect;
import io.teal.release.step.Guard;
import io.teal.release.step.Progress;
import io.teal.release.step.Step;
import io.teal.release.step.StepContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Returns traffic to the home weights, if the fleets can serve it, and waits until it has stayed there: in one write,
 * or, if home has given hosts away, first as much as it can carry, and the rest when it has grown.
 *
 * @param takes how long it must have stayed
 * @param grows whether home may have given hosts away
 */
public record ReturnHome(Duration takes, boolean grows, Duration patience) implements Step {
    @Override
    public String name() {
        return "return traffic";
    }

    @Override
    public boolean judgesHealth() {
        return true;
    }

    @Override
    public Progress look(StepContext run) {
        Weights home = run.home().orElseThrow();
        if (run.live().equals(home)) {
            return atHome(run, home);
        }
        List<Color> gaining = gaining(home, run.live());
        return grows ? new PartWay(run, home, gaining.get(0), takes).look() : whole(run, home, gaining);
    }

    /** Where places differ, one colour may gain in one and the other in another. */
    private static List<Color> gaining(Weights home, Weights live) {
        Color first = home.gives(Color.BLUE, live) ? Color.BLUE : Color.GREEN;
        boolean both = !live.even() && home.gives(first.other(), live) && first == Color.BLUE;
        return both ? List.of(first, first.other()) : List.of(first);
    }

    /** A call of the run's own that lowered home's fleet may take effect late. */
    private Progress atHome(StepContext run, Weights home) {
        boolean asks = grows && run.on(Guard.HOME_IS_WHOLE) && run.age().compareTo(patience) < 0;
        Optional<Effect.SetDesired> missing = Stream.of(Color.values())
                .filter(color -> asks && home.of(color) > 0)
                .flatMap(color -> run.regrow(color).stream())
                .findFirst();
        if (missing.isPresent()) {
            return new Progress.Perform(missing.get(), "traffic is home, and the fleet had more hosts");
        }
        return run.letGo()
                .<Progress>map(write -> new Progress.Perform(write, "traffic is home, and clients are to follow it"))
                .orElseGet(() -> settled(run, home));
    }

    private Progress settled(StepContext run, Weights home) {
        boolean settled = run.age().compareTo(takes) >= 0 || !run.on(Guard.HOME_IS_SETTLED);
        return settled
                ? new Progress.Done("traffic is home: " + home)
                : new Progress.Pending("traffic is home, seeing that it stays for " + takes.toSeconds() + " s");
    }

    private static Progress whole(StepContext run, Weights home, List<Color> gaining) {
        Color unfit = gaining.stream()
                .filter(color -> run.cannotServe(color, home.percent(color)).isPresent())
                .findFirst()
                .orElse(gaining.get(0));
        return run.stale()
                .or(() -> run.cannotServe(unfit, home.percent(unfit)))
                .map(why -> resizeOrWait(run, unfit, why))
                .orElseGet(() -> new Progress.Perform(
                        new Effect.SetWeights(run.live(), home), gaining.get(0) + " can serve: returning traffic"));
    }

    private static Progress resizeOrWait(StepContext run, Color gains, String why) {
        return run.level(Guard.FLEETS_ARE_LEVEL)
                .filter(sized -> sized.color() == gains)
                .or(() -> run.regrow(gains))
                .<Progress>map(size -> new Progress.Perform(size, why))
                .orElseGet(() -> new Progress.Pending(why));
    }
}
