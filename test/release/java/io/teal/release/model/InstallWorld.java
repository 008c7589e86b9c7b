package io.teal.release.model;

import io.teal.release.journal.Journal;
import io.teal.release.observation.Direction;
import io.teal.release.port.Deployment;
import io.teal.release.port.Revision;
import io.teal.release.step.Effect;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A state of the model of an Install: two hosts, one deployment of the run, one of somebody else. */
final class InstallWorld implements Cloneable {
    static final int HOSTS = 2;
    static final Revision WANTED = new Revision("bucket", "wanted.zip");
    static final Revision BEFORE = new Revision("bucket", "before.zip");

    /** Where a host is. */
    enum Life {
        ABSENT,
        LAUNCHED,
        HOOKED,
        IN_SERVICE
    }

    /** What runs on a host, or what it says that it runs. */
    enum Runs {
        BEFORE,
        WANTED,
        HALF
    }

    /** A host: where it is, what it runs, what its tag says, and what the tagging API says that it says. */
    record Host(Life life, Runs runs, Runs tag, Runs known) {
        Host in(Life next, Runs running) {
            return new Host(next, running, tag, known);
        }

        Host tagged(Runs said) {
            return new Host(life, runs, said, known);
        }

        boolean serves() {
            return life == Life.IN_SERVICE;
        }
    }

    /** A deployment: its status, and of each host whether it is in it and has had it. */
    record Rollout(String status, int hosts, int done, int unsuccessful) {
        boolean running() {
            return status.equals("InProgress");
        }

        Deployment seen(String id, Revision revision) {
            return new Deployment(id, status, "user", Optional.of(revision), unsuccessful, "");
        }
    }

    Host[] hosts = new Host[HOSTS];
    Rollout ours;
    Rollout other;
    /** The newest deployment, and the revision that a launched host gets; null if there is none. */
    Deployment newest;

    Revision launches;
    Journal journal = Journal.begin(Clock.NOW);
    Effect flying;
    Direction stack;
    boolean serves;
    boolean alarm;
    int faults;
    int turns;
    int arrivals;
    int desired = 1;
    boolean writer;
    /** Whether a deployment that the run followed has failed on a host. */
    boolean failed;
    /** Hosts that came into service when the run had given up: it may have marked the others by then. */
    int latecomers;

    InstallWorld copy() {
        try {
            InstallWorld copy = (InstallWorld) clone();
            copy.hosts = hosts.clone();
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e);
        }
    }

    void arrives(int index, Runs running) {
        hosts[index] = hosts[index].in(Life.IN_SERVICE, running);
        latecomers |= journal.goingBack() ? 1 << index : 0;
    }

    int inService() {
        int mask = 0;
        for (int host = 0; host < HOSTS; host++) {
            mask |= hosts[host].serves() ? 1 << host : 0;
        }
        return mask;
    }

    boolean complete() {
        return Integer.bitCount(inService()) >= desired;
    }

    boolean hooked() {
        return Arrays.stream(hosts).anyMatch(host -> host.life() == Life.HOOKED);
    }

    boolean busy() {
        return hooked() || ours != null && ours.running() || other != null && other.running();
    }

    boolean ended() {
        return journal.outcome().isPresent();
    }

    /** All of it: two worlds with the same are one. */
    List<Object> key() {
        int numbers = faults | turns << 2 | arrivals << 4 | latecomers << 6 | desired << 8;
        int flags = (serves ? 1 : 0) | (alarm ? 2 : 0) | (writer ? 4 : 0) | (failed ? 8 : 0);
        return Arrays.asList(
                List.of(hosts), ours, other, newest, launches, journal, flying, stack, numbers << 4 | flags);
    }

    @Override
    public String toString() {
        return "hosts "
                + Arrays.stream(hosts)
                        .map(host -> host.life() + " with " + host.runs() + ", says " + host.tag())
                        .collect(Collectors.joining("; "))
                + "; stack " + stack + (serves ? ", with traffic" : "");
    }
}
