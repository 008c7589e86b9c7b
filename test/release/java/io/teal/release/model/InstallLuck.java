package io.teal.release.model;

import io.teal.release.model.InstallWorld.Host;
import io.teal.release.model.InstallWorld.Life;
import io.teal.release.model.InstallWorld.Rollout;
import io.teal.release.model.InstallWorld.Runs;
import io.teal.release.port.Deployment;
import java.util.Optional;
import java.util.function.Supplier;

/** What befalls hosts, deployments and tags: they come up, succeed and fail, and are known late. */
final class InstallLuck {
    private final InstallWorld world;
    private final Events events;

    /** Takes what can happen. */
    interface Events {
        void to(InstallWorld next, Supplier<String> event, boolean fair);
    }

    InstallLuck(InstallWorld world, Events events) {
        this.world = world;
        this.events = events;
    }

    void events() {
        for (int host = 0; host < InstallWorld.HOSTS; host++) {
            host(host);
            deployed(host, true);
            deployed(host, false);
        }
        others();
        if (!world.alarm && world.faults > 0) {
            InstallWorld next = fault();
            next.alarm = true;
            events.to(next, () -> "an alarm goes off", false);
        }
    }

    private void others() {
        if (world.writer && !world.busy()) {
            InstallWorld next = world.copy();
            next.writer = false;
            next.other = new InstallCalls(next).begin();
            next.newest = next.other.seen("other", InstallWorld.BEFORE);
            events.to(next, () -> "someone else deploys something else", false);
        }
    }

    private void host(int index) {
        Host host = world.hosts[index];
        if (host.known() != host.tag()) {
            InstallWorld next = world.copy();
            next.hosts[index] = new Host(host.life(), host.runs(), host.tag(), host.tag());
            events.to(next, () -> "the tagging API learns of host " + index, false);
        }
        switch (host.life()) {
            case ABSENT -> arrives(index);
            case LAUNCHED -> boots(index, host);
            case HOOKED -> hooked(index, host);
            default -> {}
        }
    }

    private void arrives(int index) {
        if (world.arrivals > 0) {
            InstallWorld next = world.copy();
            next.arrivals--;
            next.hosts[index] = new Host(Life.LAUNCHED, Runs.HALF, Runs.WANTED, Runs.WANTED);
            events.to(next, () -> "host " + index + " is launched to replace another", false);
            InstallWorld larger = next.copy();
            larger.desired++;
            events.to(larger, () -> "host " + index + " is launched", false);
        }
    }

    private void boots(int index, Host host) {
        InstallWorld next = world.copy();
        boolean first = world.launches == null;
        if (first) {
            next.arrives(index, Runs.HALF);
        } else {
            next.hosts[index] = host.in(Life.HOOKED, runs());
        }
        events.to(
                next, () -> "host " + index + (first ? " is in service" : " gets the last successful revision"), true);
    }

    private Runs runs() {
        return InstallWorld.WANTED.equals(world.launches) ? Runs.WANTED : Runs.BEFORE;
    }

    private void hooked(int index, Host host) {
        InstallWorld next = world.copy();
        next.arrives(index, host.runs());
        next.newest = new Deployment("launch", "Succeeded", "autoscaling", Optional.ofNullable(world.launches), 0, "");
        events.to(next, () -> "host " + index + " is in service", true);
    }

    private void deployed(int index, boolean own) {
        Rollout rollout = own ? world.ours : world.other;
        int bit = 1 << index;
        if (rollout == null || !rollout.running() || (rollout.hosts() & bit) == 0 || (rollout.done() & bit) != 0) {
            return;
        }
        String whose = own ? "ours" : "other";
        had(index, own, rollout, bit, whose);
        if (own && world.faults > 0) {
            InstallWorld broken = fault();
            broken.failed = true;
            put(broken, true, new Rollout("Failed", rollout.hosts(), rollout.done(), 1));
            events.to(broken, () -> "ours fails on host " + index, false);
            InstallWorld forgiven = fault();
            forgiven.failed = true;
            int left = rollout.hosts() & ~bit;
            String status = (left & ~rollout.done()) == 0 ? "Succeeded" : "InProgress";
            put(forgiven, true, new Rollout(status, left, rollout.done(), 1));
            events.to(forgiven, () -> "ours fails on host " + index + " and goes on", false);
        }
    }

    private void had(int index, boolean own, Rollout rollout, int bit, String whose) {
        InstallWorld next = world.copy();
        next.hosts[index] = next.hosts[index].in(Life.IN_SERVICE, own ? Runs.WANTED : Runs.BEFORE);
        int done = rollout.done() | bit;
        String status = done == rollout.hosts() ? "Succeeded" : "InProgress";
        put(next, own, new Rollout(status, rollout.hosts(), done, rollout.unsuccessful()));
        events.to(next, () -> whose + " has installed on host " + index, true);
    }

    private static void put(InstallWorld next, boolean own, Rollout rollout) {
        if (own) {
            next.ours = rollout;
            next.newest = rollout.seen("ours", InstallWorld.WANTED);
        } else {
            next.other = rollout;
            next.newest = rollout.seen("other", InstallWorld.BEFORE);
        }
        if (rollout.status().equals("Succeeded")) {
            next.launches = own ? InstallWorld.WANTED : InstallWorld.BEFORE;
        }
    }

    private InstallWorld fault() {
        InstallWorld next = world.copy();
        next.faults--;
        return next;
    }
}
