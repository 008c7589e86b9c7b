package io.teal.rehearsal.sim;

import io.teal.rehearsal.aws.autoscaling.Host;
import io.teal.release.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The clients' book: a steady flow of requests, each answered, answered with an error, or lost for a named cause. */
public final class Ledger {
    private static final long MINUTE = 60_000;

    private final World world;
    private final Map<Cause, Double> lost = new EnumMap<>(Cause.class);
    private final List<double[]> minutes = new ArrayList<>();
    private final long[] erringSince = {-1, -1};
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

    void flow(double seconds) {
        double requests = world.hazards.rate() * seconds / Cloud.NODES / world.balancer.ports;
        double[][] sent = new double[Color.values().length][world.balancer.ports];
        for (Balancer.Split split : world.balancer.splits()) {
            int sum = split.blue() + split.green();
            if (sum == 0) {
                lose(Cause.DARK, requests);
            } else {
                sent[Color.BLUE.ordinal()][split.port()] += requests * split.blue() / sum;
                sent[Color.GREEN.ordinal()][split.port()] += requests * split.green() / sum;
            }
        }
        for (Color color : Color.values()) {
            flow(color, sent[color.ordinal()]);
        }
    }

    /** So many requests reach {@code color} at each port. */
    private void flow(Color color, double... sent) {
        boolean errs = false;
        if (Arrays.stream(sent).sum() > 0) {
            world.balancer.sent(color);
            List<Host> hosts = world.fleet(color).hosts();
            for (int port = 0; port < sent.length; port++) {
                if (sent[port] > 0) {
                    serve(color, port, sent[port], hosts);
                }
            }
            errs = !hosts.isEmpty() && world.hazards.errs(hosts.get(0));
        }
        int index = color.ordinal();
        erringSince[index] = !errs ? -1 : erringSince[index] < 0 ? world.time.now() : erringSince[index];
    }

    private void serve(Color color, int port, double requests, List<Host> hosts) {
        int alive = 0;
        int healthy = 0;
        int bad = 0;
        for (Host host : hosts) {
            if (world.fleet(color).isHealthy(host, port)) {
                healthy++;
                alive += host.machine().isAlive() ? 1 : 0;
                bad += host.machine().isAlive() && world.hazards.errs(host) ? 1 : 0;
            }
        }
        if (healthy == 0) {
            boolean died = world.judge.fleetDied(color);
            Cause gone = died ? Cause.LOST_FLEET : hosts.isEmpty() ? Cause.EMPTY : Cause.NONE_HEALTHY;
            lose(world.fleet(color).isAsleep() ? Cause.ASLEEP : gone, requests);
            return;
        }
        answer(color, requests, healthy, alive, bad);
    }

    private void answer(Color color, double requests, int healthy, int alive, int bad) {
        if (alive < healthy) {
            lose(Cause.DEAD_HOST, requests * (healthy - alive) / healthy);
        }
        count(color, requests * alive / healthy);
        answered += requests * (alive - bad) / healthy;
        errors += requests * bad / healthy;
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
    long erring(Color color) {
        long since = erringSince[color.ordinal()];
        return since < 0 ? 0 : world.time.now() - since;
    }
}
