package io.teal.release.plan;

import java.time.Duration;

/** Teal's default times with one of them changed. */
final class Timings {
    private static final Timing USUAL = Timing.DEFAULT;

    private Timings() {}

    static Timing draining(Duration drain) {
        return with(drain, USUAL.bake(), USUAL.sticky());
    }

    static Timing baking(Duration bake) {
        return with(USUAL.drain(), bake, USUAL.sticky());
    }

    static Timing sticky(Duration time) {
        return with(USUAL.drain(), USUAL.bake(), time);
    }

    private static Timing with(Duration drain, Duration bake, Duration sticky) {
        return new Timing(
                USUAL.tick(),
                USUAL.read(),
                USUAL.boot(),
                USUAL.hook(),
                USUAL.spread(),
                drain,
                bake,
                USUAL.evidence(),
                sticky);
    }
}
