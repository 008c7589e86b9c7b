package io.teal.rehearsal.sim;

import io.teal.rehearsal.aws.autoscaling.FleetModel;
import io.teal.rehearsal.aws.autoscaling.Machines;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** EC2: each host boots for a drawn time, and passes its health checks from then on unless its version is sick. */
final class Hosts implements Machines {
    private static final int LONGEST_BOOT = 60_000;

    private final World world;
    private final Map<String, Booting> booted = new HashMap<>();

    Hosts(World world) {
        this.world = world;
    }

    @Override
    public Machine boot(String id, FleetModel fleet, int zone) {
        long boots = world.settling.isEmpty() ? world.random.nextInt(LONGEST_BOOT) : 0;
        Booting host =
                new Booting(fleet.release().version(), world.time.instant().plusMillis(boots));
        booted.put(id, host);
        return host;
    }

    @Override
    public Optional<String> refusal(FleetModel fleet, int zone) {
        return world.hazards.refusal(fleet.label());
    }

    boolean passes(String id) {
        Booting host = booted.get(id);
        return host.listens() && !world.hazards.isSick(host.version);
    }

    @Override
    public String lastWords(Collection<String> hosts) {
        return "";
    }

    @Override
    public List<String> printed(String host, int most) {
        return List.of();
    }

    private final class Booting implements Machine {
        private final String version;
        private final Instant from;
        private boolean dead;

        Booting(String version, Instant from) {
            this.version = version;
            this.from = from;
        }

        @Override
        public int port() {
            return 8080;
        }

        @Override
        public boolean isAlive() {
            return !dead;
        }

        @Override
        public boolean listens() {
            return !dead && !world.time.instant().isBefore(from);
        }

        @Override
        public void kill() {
            dead = true;
        }

        @Override
        public CompletableFuture<Void> stop() {
            dead = true;
            return CompletableFuture.completedFuture(null);
        }
    }
}
