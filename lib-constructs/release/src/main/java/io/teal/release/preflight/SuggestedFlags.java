package io.teal.release.preflight;

import io.teal.release.Color;
import io.teal.release.InvalidValueException;
import io.teal.release.Release;
import io.teal.release.ReleaseFormat;
import io.teal.release.ReleaseRequest;
import io.teal.release.Slot;
import io.teal.release.observation.Weights;
import java.util.Optional;
import java.util.stream.Collectors;

/** The flags that messages suggest. */
final class SuggestedFlags {
    private SuggestedFlags() {}

    /** The flags that describe what is live. */
    static String settling(PreflightCase deploy) {
        LiveState live = deploy.live();
        Optional<Release> release = live.weights().flatMap(weights -> release(live, weights));
        return release.map(ReleaseRequest::of)
                .map(ReleaseFormat::render)
                .map(flags -> flags.entrySet().stream()
                        .map(flag -> deploy.write(flag.getKey(), flag.getValue()))
                        .collect(Collectors.joining(" ")))
                .orElse("what is live");
    }

    private static Optional<Release> release(LiveState live, Weights weights) {
        Color active = weights.larger();
        Slot blue = slot(live, Color.BLUE);
        Slot green = slot(live, Color.GREEN);
        try {
            return Optional.of(new Release(active, blue, green, weights.percent(active.other())));
        } catch (InvalidValueException e) {
            return Optional.empty();
        }
    }

    private static Slot slot(LiveState live, Color color) {
        return live.fleet(color).map(fleet -> Slot.runs(fleet.version())).orElse(Slot.EMPTY);
    }
}
