package io.teal.rehearsal.sim;

import io.teal.rehearsal.sim.Machine.Run;
import io.teal.release.Color;
import io.teal.release.Contract;
import io.teal.release.observation.Direction;
import io.teal.release.observation.Weights;
import java.util.Optional;

/** The laws for what runs write, judged by what they have read in the tick that goes on. */
final class Conduct {
    private static final int YOUNG = 15_000;
    private static final int CRASH_IS_NEW = 60_000;

    private final World world;
    private final Judge judge;

    Conduct(World world, Judge judge) {
        this.world = world;
        this.judge = judge;
    }

    void readStatus(String status) {
        world.machine.running().ifPresent(run -> {
            run.memory.status = status;
            run.memory.statusAt = world.time.now();
        });
    }

    void readWeights(String listener) {
        world.machine.running().ifPresent(run -> run.memory.weightsAt.put(listener, world.time.now()));
    }

    void readHealth() {
        world.machine.running().ifPresent(run -> run.memory.healthAt = world.time.now());
    }

    /** {@code live} is what the port has whose listener is written. */
    void writes(Weights live, Weights next) {
        Run run = running("writes weights");
        judge.law(next.blue() + next.green() == 100, "never dark: weights are shares of 100, not " + next);
        goesItsWay(run);
        judge.law(
                world.machine.runs.stream()
                        .noneMatch(other -> other != run && other.isRunning() && other.started.isBefore(run.started)),
                "one writer: " + run.name + " writes while an older run goes on");
        judge.law(run.memory.healthAt >= run.memory.tickAt, "evidence: health is read in the tick that writes");
        judge.law(world.time.now() - run.memory.healthAt <= YOUNG, "evidence: health is at most 15 s old");
        Color gains = next.blue() > live.blue() ? Color.BLUE : Color.GREEN;
        if (run.guards()) {
            returns(gains, next);
        } else {
            moves(run, gains, next);
        }
    }

    private void moves(Run run, Color gains, Weights next) {
        boolean part = sharedCapacity() && nearsHome(gains, next);
        if (run.shifts() && !Optional.of(next).equals(judge.home) && !part) {
            rises(run, gains, next);
        } else {
            run.memory.back = true;
            judge.law(
                    Optional.of(next).equals(judge.home) || part || judge.handMoved(),
                    "going back leads home " + judge.home + ", not to " + next);
            judge.law(
                    crashIsNew(gains) || world.fleet(gains).healthy() > 0,
                    "never into worse: " + gains + " cannot serve");
        }
    }

    /** Whether home may have given hosts away: by this deploy, or by the one before. */
    private boolean sharedCapacity() {
        return world.deploying.sharesCapacity() || world.stack.template().sharesCapacity();
    }

    /** What the guard writes: all of it, because of an alarm, to a version that has served before and can. */
    private void returns(Color gains, Weights next) {
        judge.law(next.equals(Weights.of(gains, 100)), "a guard moves all of it, not " + next);
        judge.law(world.hazards.isInAlarm(gains.other()), "a guard moves traffic because of an alarm on what serves");
        Fleet group = world.fleet(gains);
        judge.law(
                String.valueOf(group.tags().get("teal:version"))
                        .equals(group.tags().get("teal:promoted")),
                "a guard returns to what was active before");
        judge.law(crashIsNew(gains) || group.healthy() > 0, "never into worse: " + gains + " cannot serve");
        judge.law(!group.tags().containsKey(Contract.GUARD_TAG), "a guard that is held writes nothing");
    }

    /** Part of the way home, as far as the hosts that are left can carry it. */
    private boolean nearsHome(Color gains, Weights next) {
        Optional<Weights> home = judge.home.filter(weights -> weights.larger() == gains);
        boolean nearer =
                home.filter(weights -> next.of(gains) < weights.of(gains)).isPresent();
        boolean carried = world.fleet(gains).healthy() * 100 >= next.of(gains) * judge.production;
        return nearer && (carried || crashIsNew(gains) || scaledLately());
    }

    private void goesItsWay(Run run) {
        boolean fresh = run.memory.statusAt >= run.memory.tickAt;
        Direction direction = Direction.of(run.memory.status);
        judge.law(fresh, "the stack's status is read in the tick that writes");
        Direction own = run.shifts() ? Direction.FORWARD : run.guards() ? Direction.IDLE : Direction.BACKWARD;
        judge.law(direction == own, run.name + " writes while the stack goes " + direction);
    }

    private void rises(Run run, Color gains, Weights next) {
        judge.law(!run.memory.back, "monotone: nothing rises after the way back has begun");
        judge.law(!isAnothers(run), "weights of another hand stop a run");
        long held = world.time.now() - run.memory.roseAt;
        judge.law(
                run.memory.roseAt < 0 || held >= world.spread || run.memory.wrote.contains(next),
                "a change is held while it spreads");
        run.memory.roseAt = run.memory.wrote.add(next) ? world.time.now() : run.memory.roseAt;
        Fleet group = world.fleet(gains);
        int larger = Math.max(group.desired(), world.fleet(gains.other()).desired());
        int hosts = world.deploying.sharesCapacity() ? judge.production : larger;
        int needed = Math.max(1, (next.of(gains) * hosts + 99) / 100);
        judge.law(
                crashIsNew(gains) || scaledLately() || group.healthy() >= needed,
                "serve: " + gains + " needs " + needed);
        String version = world.deploying.release().version(gains).orElseThrow().value();
        judge.law(
                group.hosts().stream()
                        .allMatch(host -> host.fleet().release().version().equals(version)),
                "one colour, one version: " + gains + " is to run " + version);
        judge.law(!world.hazards.isInAlarm(gains), "an alarm turns a run back");
    }

    /** Whether the run has seen weights that it cannot take for its own. */
    private boolean isAnothers(Run run) {
        Optional<Weights> live = world.balancer.weights();
        return judge.handMoved()
                && !run.memory.weightsAt.isEmpty()
                && run.memory.weightsAt.values().stream().allMatch(read -> judge.handAt < read)
                && live.equals(judge.handTo)
                && !live.equals(judge.home)
                && !run.memory.wrote.contains(live.orElseThrow());
    }

    private Run running(String does) {
        judge.law(world.machine.running().isPresent(), "only a run " + does);
        return world.machine.running().orElseThrow();
    }

    private boolean crashIsNew(Color color) {
        return world.time.now() - world.fleet(color).crashed < CRASH_IS_NEW;
    }

    private boolean scaledLately() {
        return world.time.now() - world.hazards.scaledAt < YOUNG;
    }

    void sizes(Color color, int desired) {
        Run run = running("sizes a fleet");
        goesItsWay(run);
        boolean gives = world.deploying.sharesCapacity() && keepsItsShare(color, desired);
        judge.law(
                desired >= world.fleet(color).desired() || gives || scaledLately(),
                "the way back is warm: a run makes no fleet smaller, and wanted " + desired + " of " + color);
    }

    private boolean keepsItsShare(Color color, int desired) {
        int share = world.balancer.weights().map(live -> live.of(color)).orElse(0);
        Fleet group = world.fleet(color);
        boolean whole = share == 0 || crashIsNew(color) || group.healthy() >= group.desired();
        return whole && desired * 100 >= share * judge.production;
    }
}
