package io.teal.rehearsal.aws.autoscaling;

import io.teal.rehearsal.Timers;
import io.teal.rehearsal.aws.elb.ModelledNetwork;
import io.teal.rehearsal.demo.HostFault;
import io.teal.rehearsal.demo.ModelledDemo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** Models of hosts that run the demo service. Each draws its times for itself: one host more changes no other's. */
public final class ModelledMachines implements Machines {
    private static final Duration NEVER = Duration.ofDays(1000);

    private final Map<String, List<ModelledDemo>> booted = new TreeMap<>();
    private final Map<String, String> latest = new TreeMap<>();
    private final ModelledNetwork network;
    private final Timers timers;
    private final long seed;
    private final Map<String, List<HostFault>> faults;
    private boolean bare;

    /**
     * Hosts on {@code network}.
     *
     * @param seed draws their times
     * @param faults the faults of each version's hosts, by version
     */
    public ModelledMachines(ModelledNetwork network, Timers timers, long seed, Map<String, List<HostFault>> faults) {
        this.network = network;
        this.timers = timers;
        this.seed = seed;
        this.faults = faults;
    }

    /** Hosts that boot from now on have no service: CodeDeploy is to install one. */
    public void bootBare() {
        bare = true;
    }

    @Override
    public Machine boot(String id, FleetModel fleet, int zone) {
        RandomGenerator random = new SplittableRandom(seed + ((long) id.hashCode() << Integer.SIZE));
        Function<String, ModelledDemo> services = version -> {
            latest.put(id, version);
            return add(id, ModelledDemo.drawn(faults.getOrDefault(version, List.of()), zone, timers, random));
        };
        ModelledDemo service = bare
                ? add(id, new ModelledDemo(List.of(), zone, timers, NEVER, () -> Duration.ZERO))
                : services.apply(fleet.release().version());
        return new ModelledMachine(service, bare, services);
    }

    private ModelledDemo add(String id, ModelledDemo service) {
        booted.computeIfAbsent(id, first -> new ArrayList<>()).add(service);
        network.add(id, service);
        return service;
    }

    /** The version that was started last on each host that has served anything, a word for each host, sorted. */
    public List<String> versionsThatServed() {
        return latest.entrySet().stream()
                .filter(host -> booted.get(host.getKey()).stream()
                        .anyMatch(service -> !service.served().isEmpty()))
                .map(Map.Entry::getValue)
                .sorted()
                .toList();
    }

    @Override
    public List<String> printed(String host, int most) {
        return List.of();
    }

    @Override
    public String lastWords(Collection<String> hosts) {
        return "hosts were modelled and printed nothing";
    }

    /** How often each request was served, by id. */
    public Map<String, Integer> served() {
        Map<String, Integer> times = new HashMap<>();
        for (List<ModelledDemo> services : booted.values()) {
            services.forEach(service -> service.served().forEach(id -> times.merge(id, 1, Integer::sum)));
        }
        return times;
    }
}
