package io.teal.rehearsal.aws.autoscaling;

import io.teal.rehearsal.Timers;
import io.teal.rehearsal.aws.elb.ModelledNetwork;
import io.teal.rehearsal.aws.elb.ModelledNetwork.ModelledHost;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/** Hosts that answer from a drawn boot time on. */
final class ModelledMachines implements Machines {
    private static final Duration EACH = Duration.ofMillis(40);
    private static final int SHORTEST_BOOT_SECONDS = 5;
    private static final int LONGEST_BOOT_SECONDS = 40;

    private final ModelledNetwork network;
    private final Timers timers;

    ModelledMachines(ModelledNetwork network, Timers timers) {
        this.network = network;
        this.timers = timers;
    }

    @Override
    public Machine boot(String id, FleetModel fleet, int zone) {
        String version = fleet.release().version();
        int seconds = new Random(id.hashCode()).nextInt(SHORTEST_BOOT_SECONDS, LONGEST_BOOT_SECONDS + 1);
        Instant ready = version.equals(World.NEVER_HEALTHY)
                ? Instant.MAX
                : timers.instant().plusSeconds(seconds);
        ModelledHost host = new ModelledHost(version, ready, EACH);
        network.boot(id, host);
        return new ModelledMachine(host);
    }

    @Override
    public String lastWords(Collection<String> hosts) {
        return hosts + " printed nothing";
    }

    private record ModelledMachine(ModelledHost host) implements Machine {
        @Override
        public int port() {
            return 1;
        }

        @Override
        public boolean isAlive() {
            return host.isAlive();
        }

        @Override
        public void kill() {
            host.kill();
        }

        @Override
        public CompletableFuture<Void> stop() {
            host.kill();
            return CompletableFuture.completedFuture(null);
        }
    }
}
