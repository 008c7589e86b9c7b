package io.teal.rehearsal.sim;

import io.teal.rehearsal.sim.Machine.Run;
import io.teal.release.Color;
import io.teal.release.Release;
import io.teal.release.observation.Direction;
import io.teal.release.observation.Weights;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The laws of the world. The first that is broken ends it. */
final class Judge {
    private static final Duration LONGEST_RUN = Duration.ofMinutes(65);
    private static final Duration LONGEST_TRIES = Duration.ofMinutes(70);

    final List<String> reasons = new ArrayList<>();
    private final World world;
    private final Map<Color, String> launched = new EnumMap<>(Color.class);
    private final Map<String, Direction> awaited = new HashMap<>();
    private final Set<String> deletes = new HashSet<>();
    private final Map<String, String> refused = new HashMap<>();
    private Optional<Weights> known = Optional.empty();
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
        Broken broken = new Broken(law);
        world.time.fails(broken);
        throw broken;
    }

    void law(boolean holds, String law) {
        if (!holds) {
            broken(law);
        }
    }

    /** An operation of the stack begins. */
    void begins() {
        home = world.balancer.weights();
        drift = world.stack.written().isPresent() && !home.equals(world.stack.written());
        began = world.time.now();
        known = home;
        production = Math.max(
                world.fleet(Color.BLUE).desired(), world.fleet(Color.GREEN).desired());
        reasons.clear();
    }

    void hand(Weights weights) {
        handAt = world.time.now();
        handTo = Optional.of(weights);
        known = world.balancer.weights();
    }

    /** A run has written weights. */
    void written() {
        known = world.balancer.weights();
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
        reasons.add(refused.containsKey(reason) ? refused.get(reason) + ": " + reason : reason);
        world.story.tell(() -> "failed: " + reason);
    }

    boolean isExcused() {
        return excused;
    }

    // What CloudFormation does.

    private void touches(Color color, String what) {
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

    /** If neither a run nor a hand has written the weights, CloudFormation has: they were live already. */
    void settles() {
        Optional<Weights> live = world.balancer.weights();
        law(
                known.isEmpty() || live.isEmpty() || known.equals(live) || handMoved() || repeatsTheOld(),
                "the template's weights are live before they are written: live " + known + ", template " + live);
        known = live;
    }

    /** Where a rollback takes its values from before, a hand's move that nothing had settled is written over. */
    private boolean repeatsTheOld() {
        boolean back = Direction.of(world.stack.status()) == Direction.BACKWARD;
        return back && !world.stack.resolvesAnew() && !home.equals(Optional.of(Weights.of(settledRelease())));
    }

    private Release settledRelease() {
        return world.stack.template().release();
    }

    /** CloudFormation asks, once or again, and awaits the answer. */
    void asked(Map<String, Object> event) {
        String url = event.get("ResponseURL").toString();
        awaited.putIfAbsent(url, Direction.of(world.stack.status()));
        if (event.get("RequestType").equals("Delete")) {
            deletes.add(url);
        }
    }

    /** A run, or the function, answers CloudFormation at {@code url}; if the stack has turned, nobody hears it. */
    void answered(String url, Map<String, Object> answer) {
        if (awaited.get(url) == Direction.of(world.stack.status())) {
            answered(answer, deletes.contains(url));
        }
    }

    private void answered(Map<String, Object> answer, boolean delete) {
        boolean succeeded = answer.get("Status").equals("SUCCESS");
        String reason = answer.get("Reason").toString();
        String resource = answer.get("LogicalResourceId").toString();
        if (!succeeded) {
            refused.put(reason, resource);
        }
        int lines = succeeded ? 1 : 2;
        law(!reason.isBlank() && reason.lines().count() == lines, "a failure has two lines, success one: " + reason);
        law(succeeded || reason.length() <= 400, "a failure is told in 400 characters: " + reason);
        Direction direction = Direction.of(world.stack.status());
        boolean must = delete || direction == Direction.BACKWARD && !homeIsDead();
        law(succeeded || !must || excused, resource + " must not fail on the way back, nor to be deleted: " + reason);
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
            Optional<Weights> settled = world.stack.written();
            law(live.equals(settled), "the template tells the truth: " + settled + ", live " + live);
        }
    }

    // What befalls fleets.

    /** Whether every host of {@code color} has died, and none has come after them yet. */
    boolean fleetDied(Color color) {
        return died.contains(color);
    }

    void crashed(Color color) {
        if (!world.fleet(color).serves()) {
            died.add(color);
        }
    }

    /** After each event. */
    void looks() {
        died.removeIf(color -> world.fleet(color).serves());
        for (Color color : Color.values()) {
            world.fleet(color).looks();
            looks(color);
        }
        world.balancer.weights().ifPresent(live -> {
            law(live.blue() + live.green() > 0, "never dark");
            settles();
        });
    }

    /** What CloudFormation has done to the fleet of {@code color} in this event. */
    private void looks(Color color) {
        String launches = world.fleet(color).launches();
        String before = launched.put(color, launches);
        if (before != null && !before.isEmpty() && !before.equals(launches)) {
            touches(color, launches.isEmpty() ? "is removed" : "is refreshed");
        }
    }

    /** A run has begun, and has to end; while its function cannot run, its state machine gives up on each step. */
    void started(Run run) {
        world.time.in(LONGEST_RUN.toMillis(), () -> {
            if (world.faults.isDown()) {
                world.time.in(LONGEST_TRIES.toMillis(), () -> ends(run));
            } else {
                ends(run);
            }
        });
    }

    private void ends(Run run) {
        law(!run.isRunning(), run.name + " must end, and goes on since " + run.started);
    }
}
