package io.teal.rehearsal.sim;

import io.teal.rehearsal.aws.autoscaling.Host;
import io.teal.rehearsal.sim.Ledger.Cause;
import io.teal.release.Color;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Requests that each second brings while nothing changes: by colour, by what comes of them. */
final class Flow {
    private static final int COLORS = Color.values().length;

    /** Sent to a colour by the nodes. */
    final double[] sent = new double[COLORS];
    /** Of those, the ones that reached a host. */
    final double[] reached = new double[COLORS];
    /** Whether the first host of the colour answers with errors. */
    final boolean[] errs = new boolean[COLORS];

    final Map<Cause, Double> lost = new EnumMap<>(Cause.class);
    double answered;
    double errors;

    private final World world;

    Flow(World world) {
        this.world = world;
        double[][] byPort = new double[COLORS][world.balancer.ports];
        double requests = world.hazards.rate() / Cloud.NODES / world.balancer.ports;
        for (Balancer.Split split : world.balancer.splits()) {
            int sum = split.blue() + split.green();
            if (sum == 0) {
                lose(Cause.DARK, requests);
            } else {
                byPort[Color.BLUE.ordinal()][split.port()] += requests * split.blue() / sum;
                byPort[Color.GREEN.ordinal()][split.port()] += requests * split.green() / sum;
            }
        }
        for (Color color : Color.values()) {
            reach(color, byPort[color.ordinal()]);
        }
    }

    /** So many requests are sent to {@code color} at each port. */
    private void reach(Color color, double... byPort) {
        List<Host> hosts = world.fleet(color).hosts();
        for (int port = 0; port < byPort.length; port++) {
            if (byPort[port] > 0) {
                sent[color.ordinal()] += byPort[port];
                serve(color, port, byPort[port], hosts);
            }
        }
        errs[color.ordinal()] = sent[color.ordinal()] > 0 && !hosts.isEmpty() && world.hazards.errs(hosts.get(0));
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
        if (alive < healthy) {
            lose(Cause.DEAD_HOST, requests * (healthy - alive) / healthy);
        }
        reached[color.ordinal()] += requests * alive / healthy;
        answered += requests * (alive - bad) / healthy;
        errors += requests * bad / healthy;
    }

    private void lose(Cause cause, double requests) {
        lost.merge(cause, requests, Double::sum);
    }
}
