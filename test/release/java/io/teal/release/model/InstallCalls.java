package io.teal.release.model;

import io.teal.release.model.InstallWorld.Life;
import io.teal.release.model.InstallWorld.Rollout;
import io.teal.release.model.InstallWorld.Runs;
import io.teal.release.step.Effect;
import java.util.Optional;

/** What a call of an Install does to the world; it gives whether it was taken. */
final class InstallCalls implements Effect.Caller<Boolean> {
    private final InstallWorld world;

    InstallCalls(InstallWorld world) {
        this.world = world;
    }

    @Override
    public Boolean markHosts(Effect.MarkHosts effect) {
        tag(world.inService(), Runs.HALF);
        return true;
    }

    @Override
    public Boolean tagHosts(Effect.TagHosts effect) {
        tag(
                effect.hosts().stream()
                        .mapToInt(host -> 1 << Integer.parseInt(host))
                        .sum(),
                Runs.WANTED);
        return true;
    }

    private void tag(int mask, Runs said) {
        for (int host = 0; host < InstallWorld.HOSTS; host++) {
            if ((mask >> host & 1) == 1) {
                world.hosts[host] = world.hosts[host].tagged(said);
            }
        }
    }

    @Override
    public Boolean createDeployment(Effect.CreateDeployment effect) {
        if (world.busy()) {
            return false;
        }
        world.ours = begin();
        world.newest = world.ours.seen("ours", InstallWorld.WANTED);
        return true;
    }

    /** From its beginning nobody knows what is on its hosts. */
    Rollout begin() {
        for (int host = 0; host < InstallWorld.HOSTS; host++) {
            if (world.hosts[host].serves()) {
                world.hosts[host] = world.hosts[host].in(Life.IN_SERVICE, Runs.HALF);
            }
        }
        return new Rollout("InProgress", world.inService(), 0, 0);
    }

    @Override
    public Boolean stopDeployment(Effect.StopDeployment effect) {
        if (effect.deployment().equals("ours") && world.ours.running()) {
            world.ours = new Rollout("Stopped", world.ours.hosts(), world.ours.done(), world.ours.unsuccessful());
            world.newest = world.ours.seen("ours", InstallWorld.WANTED);
        } else if (effect.deployment().equals("other") && world.other.running()) {
            world.other = new Rollout("Stopped", world.other.hosts(), world.other.done(), 0);
            world.newest = world.other.seen("other", InstallWorld.BEFORE);
        }
        return true;
    }

    /** What is remembered once it was answered. */
    static void answered(InstallWorld after, Effect effect) {
        after.journal = effect.remembered(after.journal);
        if (effect instanceof Effect.CreateDeployment) {
            after.journal = after.journal.follow(Optional.of("ours"));
        }
    }

    @Override
    public Boolean setWeights(Effect.SetWeights effect) {
        throw new IllegalStateException("an Install moves no traffic");
    }

    @Override
    public Boolean setDesired(Effect.SetDesired effect) {
        throw new IllegalStateException("an Install sizes no fleet");
    }

    @Override
    public Boolean stopOlderRuns(Effect.StopOlderRuns effect) {
        throw new IllegalStateException("an Install stops no run");
    }

    @Override
    public Boolean invokeHook(Effect.InvokeHook effect) {
        throw new IllegalStateException("an Install has no hook");
    }

    @Override
    public Boolean markPromoted(Effect.MarkPromoted effect) {
        throw new IllegalStateException("an Install promotes nothing");
    }
}
