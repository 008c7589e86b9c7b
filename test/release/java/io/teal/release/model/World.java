package io.teal.release.model;

import io.teal.release.Color;
import io.teal.release.observation.Direction;
import io.teal.release.observation.Weights;
import io.teal.release.step.Effect;

/** A state of the model. The last lines are what only the laws know: no run can see them. */
public final class World implements Cloneable {
    Weights live;
    FleetState toward;
    FleetState away;
    Signal signal;
    Direction stack;
    Run run;
    Run older;
    Effect late;
    boolean marked;

    int faults;
    int turns;
    boolean writer;

    /** Whether the colour that gains traffic has had none for as long as it takes to be safe to remove. */
    boolean cold;
    /** Whether no weight was written since the run's step began. */
    boolean quiet;
    /** Whether the live weights are someone else's. */
    boolean foreign;

    World copy() {
        try {
            return (World) clone();
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e);
        }
    }

    /** What {@code one} of its runs can see of it: of an older run only whether it goes on. */
    World seenBy(Run one) {
        World seen = new World();
        seen.live = live;
        seen.toward = toward;
        seen.away = away;
        seen.signal = signal;
        seen.stack = stack;
        seen.marked = marked;
        seen.run = one;
        seen.older = one == run && older != null && !older.ended() ? Run.OLDER : null;
        return seen;
    }

    FleetState fleet(boolean gaining) {
        return gaining ? toward : away;
    }

    void fleet(boolean gaining, FleetState state) {
        if (gaining) {
            toward = state;
        } else {
            away = state;
        }
    }

    int share(Color color) {
        return live == null ? 0 : live.percent(color);
    }

    @Override
    public String toString() {
        return "live " + live + ", gaining fleet " + toward + ", other fleet " + away + ", alarms " + signal
                + ", stack " + stack;
    }
}
