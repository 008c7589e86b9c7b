package io.teal.release.cutover;

import io.teal.release.plan.Timing;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** The times of a release as a map, in whole seconds. */
public final class TimingMap {
    /** Where clients are kept on their colour: for how long. */
    public static final String STICKY = "Sticky";

    private TimingMap() {}

    static Map<String, String> write(Timing timing) {
        Map<String, String> map = new TreeMap<>();
        map.put("Tick", seconds(timing.tick()));
        map.put("Read", seconds(timing.read()));
        map.put("Boot", seconds(timing.boot()));
        map.put("Hook", seconds(timing.hook()));
        map.put("Spread", seconds(timing.spread()));
        map.put("Drain", seconds(timing.drain()));
        map.put("Bake", seconds(timing.bake()));
        map.put("Evidence", seconds(timing.evidence()));
        if (!timing.sticky().isZero()) {
            map.put(STICKY, seconds(timing.sticky()));
        }
        return map;
    }

    static Timing read(MapReader reader) {
        return new Timing(
                reader.seconds("Tick"),
                reader.seconds("Read"),
                reader.seconds("Boot"),
                reader.seconds("Hook"),
                reader.seconds("Spread"),
                reader.seconds("Drain"),
                reader.seconds("Bake"),
                reader.seconds("Evidence"),
                reader.optional(STICKY).map(time -> reader.seconds(STICKY)).orElse(Duration.ZERO));
    }

    private static String seconds(Duration time) {
        return Long.toString(time.toSeconds());
    }
}
