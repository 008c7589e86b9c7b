package io.teal.release.walk;

import io.teal.release.Color;
import io.teal.release.observation.Direction;
import io.teal.release.observation.Fleet;
import io.teal.release.observation.Gate;
import io.teal.release.observation.Weights;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The service of a walk, with real numbers and a virtual clock. */
final class Service {
    static final int MAX = 12;

    /** How many ports it has, each with a production action of its own. */
    final int places;

    Instant now = Instant.parse("2026-01-01T00:00:00Z");
    Weights live;
    Direction stack = Direction.FORWARD;
    Gate gate = new Gate(Gate.Alarm.OK, 0, 0);
    final Set<Color> marked = EnumSet.noneOf(Color.class);
    final Map<Color, Hosts> hosts = new EnumMap<>(Color.class);
    final List<Late> late = new ArrayList<>();

    /** When weights last changed, and when someone else last wrote them. */
    Instant changed = now;

    Instant meddled = Instant.MIN;

    /** A call that is on its way. */
    record Late(Instant at, Runnable lands) {}

    /** The hosts of a fleet. */
    static final class Hosts {
        int desired;
        final int[] healthy = new int[2];
        int strangers;

        Fleet fleet() {
            return new Fleet(desired, 0, MAX, List.of(healthy[0], healthy[1]), strangers);
        }

        void size(int size) {
            desired = size;
            healthy[0] = Math.min(healthy[0], size);
            healthy[1] = Math.min(healthy[1], size);
        }
    }

    Service(Weights live, int size, int places) {
        this.places = places;
        this.live = live;
        for (Color color : Color.values()) {
            Hosts fleet = new Hosts();
            hosts.put(color, fleet);
            fleet.desired = size;
            boolean serves = live.of(color) > 0;
            fleet.healthy[0] = serves ? size : 0;
            fleet.healthy[1] = serves ? size : 0;
        }
    }

    /** Writes the place {@code index} alone. */
    void write(int index, Weights weights) {
        List<Weights> all = new ArrayList<>(Collections.nCopies(places, weights));
        for (int place = 0; place < places; place++) {
            all.set(place, place == index ? weights : live.place(place));
        }
        write(Weights.of(all));
    }

    void write(Weights weights) {
        if (!weights.equals(live)) {
            live = weights;
            changed = now;
        }
    }

    void pass(long seconds) {
        Instant then = now.plusSeconds(seconds);
        for (Late call : List.copyOf(late)) {
            if (!call.at().isAfter(then)) {
                late.remove(call);
                now = call.at().isAfter(now) ? call.at() : now;
                call.lands().run();
            }
        }
        now = then;
    }
}
