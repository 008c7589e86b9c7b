package io.teal.runtime.sim;

import io.teal.release.Color;
import io.teal.release.Release;
import io.teal.release.observation.Direction;
import io.teal.release.observation.Weights;
import io.teal.runtime.sim.Machine.Run;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The laws of the world. The first that is broken ends it. */
final class Judge {
    private static final Duration LONGEST_RUN = Duration.ofMinutes(65);

    final List<String> reasons = new ArrayList<>();
    private final World world;
    private final Set<Color> died = EnumSet.noneOf(Color.class);
    Optional<Weights> home = Optional.empty();
    /** Hosts that carried production when the operation began. */
    int production;

    long handAt = -1;
    Optional<Weights> handTo = Optional.empty();
    private long began;

    /** Whether a hand has moved traffic since CloudFormation last wrote weights. */
    private boolean drift;

    private boolean excused;

    Judge(World world) {
        this.world = world;
    }

    void broken(String law) {
        throw new Broken(law);
    }

    void law(boolean holds, String law) {
        if (!holds) {
            broken(law);
        }
    }

    /** An operation of the stack begins. */
    void begins() {
        home = world.balancer.weights();
        drift = world.stack.current.get(Part.LISTENER) instanceof Template.Listener listener
                && !home.equals(Optional.of(listener.weights()));
        began = world.time.now();
        production = Math.max(world.group(Color.BLUE).desired, world.group(Color.GREEN).desired);
        reasons.clear();
    }

    void hand(Weights weights) {
        handAt = world.time.now();
        handTo = Optional.of(weights);
    }

    boolean handMoved() {
        return handAt >= began && handAt >= 0;
    }

    /** From now on the way back may fail. */
    void excuse(String why) {
        excused = true;
        world.story.tell(() -> why);
    }

    void fails(String reason) {
        reasons.add(reason);
        world.story.tell(() -> "failed: " + reason);
    }

    boolean isExcused() {
        return excused;
    }

    // What CloudFormation does.

    void touches(Color color, String what) {
        Direction direction = Direction.of(world.stack.status());
        boolean goesAsAWhole =
                direction == Direction.DELETE || world.stack.status().startsWith("ROLLBACK");
        if (goesAsAWhole) {
            return;
        }
        int weight = world.balancer.weights().map(live -> live.of(color)).orElse(0);
        law(weight == 0, "cold: " + color + " " + what + " and has weight " + weight);
        long cold = world.balancer.cold(color);
        law(
                cold >= world.drain,
                "hold before kill: " + color + " " + what + ", " + cold + " ms after its last request");
    }

    /** CloudFormation writes the template's weights: they are live already. */
    void settles(Weights template) {
        Optional<Weights> live = world.balancer.weights();
        law(
                live.equals(Optional.of(template)) || handMoved() || repeatsTheOld(),
                "the template's weights are live before they are written: live " + live + ", template " + template);
    }

    /** Where a rollback takes its values from before, a hand's move that nothing had settled is written over. */
    private boolean repeatsTheOld() {
        boolean back = Direction.of(world.stack.status()) == Direction.BACKWARD;
        return back && !world.stack.resolvesAnew && !home.equals(Optional.of(Weights.of(settledRelease())));
    }

    private Release settledRelease() {
        return world.stack.template().release();
    }

    void answered(Part part, Map<String, Object> event, boolean succeeded, String reason) {
        int lines = succeeded ? 1 : 2;
        law(!reason.isBlank() && reason.lines().count() == lines, "a failure has two lines, success one: " + reason);
        law(succeeded || reason.length() <= 400, "a failure is told in 400 characters: " + reason);
        boolean must = event.get("RequestType").equals("Delete")
                || Direction.of(world.stack.status()) == Direction.BACKWARD && !homeIsDead();
        law(succeeded || !must || excused, part + " must not fail on the way back: " + reason);
    }

    private boolean homeIsDead() {
        return home.isEmpty() || died.contains(home.get().larger());
    }

    void stuck(String reason) {
        law(excused || homeIsDead(), "the stack is stuck: " + reason);
    }

    void stackEnded() {
        Optional<Weights> live = world.balancer.weights();
        boolean updated = world.stack.status().equals("UPDATE_COMPLETE");
        boolean wentBack = world.stack.status().equals("UPDATE_ROLLBACK_COMPLETE");
        boolean drifted =
                (drift || !home.equals(Optional.of(Weights.of(settledRelease())))) && !world.stack.isSettledAnew();
        if (handMoved() || drifted || !updated && !wentBack) {
            return;
        }
        Optional<Weights> right = updated ? Optional.of(Weights.of(settledRelease())) : home;
        law(live.equals(right), "traffic ends at home or at the release: at " + live + ", not " + right);
        if (updated) {
            Weights settled = ((Template.Listener) world.stack.current.get(Part.LISTENER)).weights();
            law(live.equals(Optional.of(settled)), "the template tells the truth: " + settled + ", live " + live);
        }
    }

    // What befalls fleets.

    /** Whether every host of {@code color} has died, and none has come after them yet. */
    boolean fleetDied(Color color) {
        return died.contains(color);
    }

    void crashed(Color color) {
        if (world.group(color).hosts.stream().allMatch(host -> host.dead || !host.is(Host.State.HEALTHY))) {
            died.add(color);
        }
    }

    /** After each event. */
    void looks() {
        died.removeIf(
                color -> world.group(color).hosts.stream().anyMatch(host -> !host.dead && host.is(Host.State.HEALTHY)));
        world.balancer.weights().ifPresent(live -> law(live.blue() + live.green() > 0, "never dark"));
    }

    /** When everything is over. */
    void rests() {
        for (Run run : world.machine.runs) {
            Duration age = Duration.between(run.started, world.time.instant());
            law(!run.isRunning() || age.compareTo(LONGEST_RUN) < 0, run.name + " must end, and goes on after " + age);
        }
    }
}
