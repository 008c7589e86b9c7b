package io.teal.release.model;

import io.teal.release.engine.Mutant;
import io.teal.release.model.InstallWorld.Host;
import io.teal.release.model.InstallWorld.Life;
import io.teal.release.model.InstallWorld.Runs;
import io.teal.release.observation.Direction;
import io.teal.release.plan.Plan;
import io.teal.release.plan.Plans;
import io.teal.release.port.Deployment;
import io.teal.release.port.Revision;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The searches of an Install, each with its bounds. */
public final class Installs {
    private static final Duration TIMEOUT = Duration.ofMinutes(20);
    private static final Duration BAKE = Duration.ofMinutes(5);

    private Installs() {}

    /** A search. */
    public record Named(String name, Plan plan, List<InstallWorld> starts) {
        /** What can happen to a run that {@code engine} decides for. */
        public InstallModel model(Mutant engine) {
            return new InstallModel(plan, starts, engine);
        }
    }

    /** All of them. */
    public static List<Named> all() {
        List<Named> all = new ArrayList<>();
        for (boolean fault : List.of(true, false)) {
            all.add(named("install", Direction.FORWARD, Optional.empty(), fault));
            all.add(named("install in place", Direction.FORWARD, Optional.of(BAKE), fault));
            all.add(named("install back", Direction.BACKWARD, Optional.empty(), fault));
            all.add(named("install back in place", Direction.BACKWARD, Optional.of(BAKE), fault));
        }
        return all;
    }

    /** Either something goes wrong, or the stack turns and somebody else deploys. */
    private static Named named(String name, Direction way, Optional<Duration> inPlace, boolean fault) {
        Plan plan = Plans.install(way, Optional.empty(), InstallWorld.WANTED, TIMEOUT, inPlace);
        List<InstallWorld> starts = starts(way, inPlace.isEmpty());
        starts.forEach(world -> bound(world, fault));
        String bounds = fault
                ? " (faults 1, turns 0, other deployments 0, hosts that come 1)"
                : " (faults 0, turns 1, other deployments 1, hosts that come 1)";
        return new Named(name + bounds, plan, starts);
    }

    private static void bound(InstallWorld world, boolean fault) {
        world.faults = fault ? 1 : 0;
        world.turns = fault ? 0 : 1;
        world.writer = !fault;
        world.arrivals = 1;
    }

    private static List<InstallWorld> starts(Direction way, boolean mayServe) {
        Host fresh = new Host(Life.LAUNCHED, Runs.HALF, Runs.WANTED, Runs.WANTED);
        Host before = new Host(Life.IN_SERVICE, Runs.BEFORE, Runs.BEFORE, Runs.BEFORE);
        Host has = new Host(Life.IN_SERVICE, Runs.WANTED, Runs.WANTED, Runs.WANTED);
        Host marked = new Host(Life.IN_SERVICE, Runs.HALF, Runs.HALF, Runs.HALF);
        Host broken = new Host(Life.IN_SERVICE, Runs.HALF, Runs.WANTED, Runs.WANTED);
        InstallWorld serving = world(way, before, InstallModel.absent(), null, InstallWorld.BEFORE);
        serving.serves = mayServe;
        return List.of(
                world(way, fresh, InstallModel.absent(), null, null),
                world(
                        way,
                        before,
                        InstallModel.absent(),
                        newest(InstallWorld.BEFORE, "Succeeded"),
                        InstallWorld.BEFORE),
                world(way, has, has, newest(InstallWorld.WANTED, "Succeeded"), InstallWorld.WANTED),
                world(way, has, marked, newest(InstallWorld.WANTED, "Succeeded"), InstallWorld.WANTED),
                world(way, has, broken, newest(InstallWorld.BEFORE, "Failed"), InstallWorld.WANTED),
                serving);
    }

    private static Deployment newest(Revision revision, String status) {
        return new Deployment("past", status, "user", Optional.of(revision), 0, "");
    }

    private static InstallWorld world(Direction way, Host first, Host second, Deployment newest, Revision launches) {
        InstallWorld world = new InstallWorld();
        world.hosts = new Host[] {first, second};
        world.desired = second.life() == Life.ABSENT ? 1 : 2;
        world.newest = newest;
        world.launches = launches;
        world.stack = way;
        return world;
    }
}
