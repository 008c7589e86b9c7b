package io.teal.rehearsal.aws.autoscaling;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Availability zones that may be full: EC2 then launches nothing there. */
final class Zones implements Machines {
    private final Machines machines;
    private boolean full;

    Zones(Machines machines) {
        this.machines = machines;
    }

    void areFull(boolean now) {
        full = now;
    }

    @Override
    public Optional<String> refusal(FleetModel fleet, int zone) {
        return full ? Optional.of("the zone is full") : Optional.empty();
    }

    @Override
    public Machine boot(String id, FleetModel fleet, int zone) {
        return machines.boot(id, fleet, zone);
    }

    @Override
    public String lastWords(Collection<String> hosts) {
        return machines.lastWords(hosts);
    }

    @Override
    public List<String> printed(String host, int most) {
        return machines.printed(host, most);
    }
}
