package io.teal.operate.plan;

import io.teal.operate.account.RefreshPace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The stages of an instance refresh that launches hosts before it terminates others: it replaces the hosts up to a
 * checkpoint, as many at once as there are, and pauses there.
 *
 * @param pace how fast
 * @param size hosts of the group, from 0
 */
record RefreshStages(RefreshPace pace, int size) {
    private static final int ALL = 100;

    /**
     * A stage.
     *
     * @param until hosts that are new at its end
     * @param more hosts that are launched in it
     * @param pause how long it pauses then
     */
    record Until(int until, int more, Duration pause) {}

    /** All that replace a host, in order; what is a part of a host is rounded up. */
    List<Until> all() {
        List<Until> stages = new ArrayList<>();
        int before = 0;
        for (int percent : pace.checkpoints().isEmpty() ? List.of(ALL) : pace.checkpoints()) {
            int until = (size * percent + ALL - 1) / ALL;
            if (until > before) {
                stages.add(new Until(until, until - before, percent < ALL ? pace.pause() : Duration.ZERO));
                before = until;
            }
        }
        return stages;
    }

    /** Pauses, warm-ups and bake: how long it takes if hosts boot at once. */
    Duration atLeast() {
        return all().stream().map(stage -> pace.warmup().plus(stage.pause())).reduce(pace.bake(), Duration::plus);
    }

    /** The most hosts at once: the old ones of a stage leave when the new ones are ready. */
    int most() {
        return size + all().stream().mapToInt(Until::more).max().orElse(0);
    }
}
