package io.teal.rehearsal.fleet;

import io.teal.rehearsal.Timescale;
import io.teal.rehearsal.balancer.Balancer;
import io.teal.rehearsal.model.FleetModel;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** All fleets of a rehearsal, by logical id. */
public final class Fleets {
    private final Map<String, Fleet> fleets = new ConcurrentSkipListMap<>();
    private final Launcher launcher;
    private final Balancer balancer;
    private final Timescale timescale;

    /** No fleets yet. */
    public Fleets(Launcher launcher, Balancer balancer, Timescale timescale) {
        this.launcher = launcher;
        this.balancer = balancer;
        this.timescale = timescale;
    }

    /** The fleets that exist, those being deleted included. */
    public Collection<Fleet> all() {
        return fleets.values();
    }

    /** Launches a new fleet; returns at once, as CloudFormation does without a creation policy. */
    public void create(FleetModel model) {
        fleets.put(model.id(), new Fleet(model, launcher, balancer, timescale));
    }

    /** Updates a fleet; waits only where an update policy replaces hosts. */
    public void update(FleetModel model) throws InterruptedException {
        fleets.get(model.id()).update(model);
    }

    /** Drains and ends a fleet's hosts, then forgets it. */
    public void delete(String id) throws InterruptedException {
        fleets.get(id).endAll();
        fleets.remove(id);
    }
}
