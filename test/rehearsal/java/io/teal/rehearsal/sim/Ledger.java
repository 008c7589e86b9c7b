package io.teal.rehearsal.sim;

import io.teal.release.Color;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The clients' book: a steady flow of requests, each answered, answered with an error, or lost for a named cause. */
public final class Ledger {
    private static final long MINUTE = 60_000;

    private final World world;
    private final Map<Cause, Double> lost = new EnumMap<>(Cause.class);
    private final List<double[]> minutes = new ArrayList<>();
    private final long[] erringSince = {-1, -1};
    private Optional<Flow> flow = Optional.empty();
    private double answered;
    private double errors;

    /** Why a request is lost. */
    public enum Cause {
        /** Its host had died and the health check had not noticed yet. */
        DEAD_HOST(true),
        /** Every host of the colour had died. */
        LOST_FLEET(true),
        /** A schedule had taken all hosts of the colour. */
        ASLEEP(true),
        /** No target of the colour was healthy. */
        NONE_HEALTHY(false),
        /** The colour had no target. */
        EMPTY(false),
        /** The weights were 0 and 0. */
        DARK(false);

        private final boolean allowed;

        Cause(boolean allowed) {
            this.allowed = allowed;
        }
    }

    Ledger(World world) {
        this.world = world;
    }

    /** Requests that a client got a good answer to. */
    public double answered() {
        return answered;
    }

    /** Requests that a bad version answered with an error. */
    public double errors() {
        return errors;
    }

    /** Requests that got no answer. */
    public double lost() {
        return lost.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** Some hours of traffic before the world began. */
    void past() {
        count(Color.BLUE, 0);
        minutes.set(0, new double[] {world.hazards.rate() * 3600, 0});
    }

    /** What a second brings may be different from now on. */
    void changes() {
        flow = Optional.empty();
    }

    void flow(double seconds) {
        Flow now = flow.orElseGet(() -> new Flow(world));
        flow = Optional.of(now);
        now.lost.forEach((cause, requests) -> lose(cause, requests * seconds));
        for (Color color : Color.values()) {
            flow(color, now, seconds);
        }
        answered += now.answered * seconds;
        errors += now.errors * seconds;
    }

    private void flow(Color color, Flow now, double seconds) {
        int index = color.ordinal();
        if (now.sent[index] > 0) {
            world.balancer.sends(color, seconds);
        }
        if (now.reached[index] > 0) {
            count(color, now.reached[index] * seconds);
        }
        boolean erred = erringSince[index] >= 0;
        erringSince[index] = !now.errs[index] ? -1 : erred ? erringSince[index] : world.time.now();
        if (erred || now.errs[index]) {
            world.hazards.erring(color, erring(color));
        }
    }

    private void lose(Cause cause, double requests) {
        lost.merge(cause, requests, Double::sum);
        if (!cause.allowed) {
            world.judge.broken(String.format("nothing is lost, and %.1f requests were: %s", requests, cause));
        }
    }

    private void count(Color color, double requests) {
        int minute = (int) (world.time.now() / MINUTE) + 1;
        while (minutes.size() <= minute) {
            minutes.add(new double[2]);
        }
        minutes.get(minute)[color.ordinal()] += requests;
    }

    /** What CloudWatch knows: whole minutes, one of them late. Minute 0 stands for the hour before. */
    double counted(Color color, long from, long to) {
        int last = Math.max(0, (int) (to / MINUTE) - 1);
        int first = from < 0 ? 0 : (int) (from / MINUTE) + 1;
        double sum = 0;
        for (int minute = first; minute <= last && minute < minutes.size(); minute++) {
            sum += minutes.get(minute)[color.ordinal()];
        }
        return sum;
    }

    /** For how many milliseconds {@code color} has been answering requests with errors. */
    private long erring(Color color) {
        long since = erringSince[color.ordinal()];
        return since < 0 ? 0 : world.time.now() - since;
    }
}
