package io.teal.release.model;

import io.teal.release.observation.Direction;
import io.teal.release.observation.Weights;
import io.teal.release.step.Effect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** A world in 64 bits: small numbers side by side; runs, weights and late calls as numbers of a list that grows. */
final class Packing {
    private static final int RUN_BITS = 15;
    private static final FleetState[] FLEETS = FleetState.values();
    private static final Signal[] SIGNALS = Signal.values();
    private static final Direction[] DIRECTIONS = Direction.values();

    private final Names<Run> runs = new Names<>(1 << RUN_BITS);
    private final Names<Run> older = new Names<>(1 << RUN_BITS);
    private final Names<Effect> effects = new Names<>(1 << 6);
    private final Names<Weights> weights = new Names<>(1 << 5);

    /** Everything seen of one kind, numbered from 1; 0 is nothing. */
    private static final class Names<T> {
        private final Map<T, Integer> numbers = new HashMap<>();
        private final Map<T, Integer> listed = new IdentityHashMap<>();
        private final List<T> list = new ArrayList<>();
        private final int most;
        private T last;
        private int lastNumber;

        Names(int most) {
            this.most = most;
            list.add(null);
        }

        int number(T thing) {
            if (thing == null) {
                return 0;
            }
            if (thing == last) {
                return lastNumber;
            }
            Integer same = listed.get(thing);
            Integer known = same == null ? numbers.get(thing) : same;
            return known == null ? add(thing) : known;
        }

        private int add(T thing) {
            if (list.size() == most) {
                throw new IllegalStateException("more than " + most + " of " + thing.getClass());
            }
            int number = list.size();
            list.add(thing);
            numbers.put(thing, number);
            listed.put(thing, number);
            return number;
        }

        /** Most events leave most of a world as it was: its things need not be looked for again. */
        T thing(int number) {
            last = list.get(number);
            lastNumber = number;
            return last;
        }
    }

    /** The run that equals {@code run} and is found soonest. */
    Run listed(Run run) {
        return runs.list.get(runs.number(run));
    }

    long pack(World world) {
        long bits = runs.number(world.run);
        bits = bits << RUN_BITS | older.number(world.older);
        bits = bits << 6 | effects.number(world.late);
        bits = bits << 5 | weights.number(world.live);
        bits = bits << 4 | world.toward.ordinal();
        bits = bits << 4 | world.away.ordinal();
        bits = bits << 2 | world.signal.ordinal();
        bits = bits << 3 | world.stack.ordinal();
        bits = bits << 2 | world.faults;
        bits = bits << 2 | world.turns;
        bits = bits << 1 | bit(world.writer);
        bits = bits << 1 | bit(world.marked);
        bits = bits << 1 | bit(world.cold);
        bits = bits << 1 | bit(world.quiet);
        return bits << 1 | bit(world.foreign);
    }

    World unpack(long packed) {
        World world = new World();
        long bits = packed;
        world.foreign = (bits & 1) == 1;
        world.quiet = (bits >> 1 & 1) == 1;
        world.cold = (bits >> 2 & 1) == 1;
        world.marked = (bits >> 3 & 1) == 1;
        world.writer = (bits >> 4 & 1) == 1;
        world.turns = (int) (bits >> 5 & 3);
        world.faults = (int) (bits >> 7 & 3);
        world.stack = DIRECTIONS[(int) (bits >> 9 & 7)];
        world.signal = SIGNALS[(int) (bits >> 12 & 3)];
        world.away = FLEETS[(int) (bits >> 14 & 15)];
        world.toward = FLEETS[(int) (bits >> 18 & 15)];
        world.live = weights.thing((int) (bits >> 22 & 31));
        world.late = effects.thing((int) (bits >> 27 & 63));
        world.older = older.thing((int) (bits >> 33 & (1 << RUN_BITS) - 1));
        world.run = runs.thing((int) (bits >> 48 & (1 << RUN_BITS) - 1));
        return world;
    }

    private static long bit(boolean set) {
        return set ? 1 : 0;
    }
}
