package io.teal.release.model;

import io.teal.release.model.InstallWorld.Host;
import io.teal.release.model.InstallWorld.Runs;
import io.teal.release.observation.InstallState;
import io.teal.release.observation.Observation;
import io.teal.release.port.Deployment;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a tick of an Install sees. */
enum InstallSight {
    AS_IT_IS,
    NO_STACK,
    NOTHING;

    Observation of(InstallWorld world) {
        return new Observation(
                Clock.NOW,
                this == NO_STACK ? Optional.empty() : Optional.of(world.stack),
                this == NOTHING ? Optional.empty() : Optional.of(installation(world)),
                this == NOTHING ? "it cannot be read" : "");
    }

    private static InstallState installation(InstallWorld world) {
        boolean follows = world.journal.installing().deployment().isPresent();
        return new InstallState(
                world.serves,
                ids(world.inService()),
                world.complete() ? Optional.empty() : Optional.of("hosts are missing"),
                Arrays.stream(world.hosts).filter(Host::serves).allMatch(host -> host.known() == Runs.WANTED),
                Optional.ofNullable(world.newest),
                running(world, follows),
                follows ? Optional.of(world.ours.seen("ours", InstallWorld.WANTED)) : Optional.empty(),
                follows ? ids(world.ours.done()) : Set.of(),
                "the deployment is so",
                world.alarm ? Optional.of("in ALARM: errors") : Optional.empty());
    }

    private static Optional<Deployment> running(InstallWorld world, boolean follows) {
        if (world.other != null && world.other.running()) {
            return Optional.of(world.other.seen("other", InstallWorld.BEFORE));
        }
        if (world.ours != null && world.ours.running() && !follows) {
            return Optional.of(world.ours.seen("ours", InstallWorld.WANTED));
        }
        return world.hooked()
                ? Optional.of(new Deployment(
                        "launch", "InProgress", "autoscaling", Optional.ofNullable(world.launches), 0, ""))
                : Optional.empty();
    }

    private static Set<String> ids(int mask) {
        return IntStream.range(0, InstallWorld.HOSTS)
                .filter(host -> (mask >> host & 1) == 1)
                .mapToObj(Integer::toString)
                .collect(Collectors.toSet());
    }
}
