package io.teal.runtime.sim;

import io.teal.release.Color;
import io.teal.release.observation.Direction;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * CloudFormation's stand-in: creates, updates, goes back, cleans up and deletes.
 *
 * <pre>
 *   update ─▶ forward ─▶ cleanup ─▶ done
 *                 └─ fails, is cancelled ─▶ back, what was touched ─▶ cleanup ─▶ done
 * </pre>
 *
 * <p>What a GetAtt gives in a rollback, whether a launch template that goes back gets a new version, and whether order
 * holds, through resources that the operation leaves alone and of the function, is not documented: each world settles
 * it one way or the other, and both must do.
 */
public final class Stack {
    final Map<Part, Object> current = new EnumMap<>(Part.class);
    final Map<Part, Map<String, String>> attributes = new EnumMap<>(Part.class);
    final Hands hands;
    final boolean resolvesAnew;
    final boolean renumbers;
    final boolean ordersByName;

    /** Whether a rollback changes the function when it likes, also under Preflight's run. */
    final boolean freesFunction;

    private final World world;
    private String status = "REVIEW_IN_PROGRESS";
    private Template template;
    private Pass pass;

    Stack(World world) {
        this.world = world;
        this.resolvesAnew = world.random.nextBoolean();
        this.renumbers = world.random.nextBoolean();
        this.ordersByName = world.random.nextBoolean();
        this.freesFunction = renumbers && ordersByName;
        this.hands = new Hands(world);
    }

    /** CloudFormation's word for how it is. */
    public String status() {
        return status;
    }

    /** Whether something is going on. */
    public boolean isBusy() {
        return Direction.of(status) != Direction.IDLE && !status.equals("DELETE_COMPLETE");
    }

    /** Whether the last update told Preflight anything new, and succeeded. */
    boolean isSettledAnew() {
        return status.startsWith("UPDATE_COMPLETE") && pass.touched().containsKey(Part.PREFLIGHT);
    }

    /** Whether a rollback resolves GetAtt anew, or takes the values from before. */
    public boolean resolvesAnew() {
        return resolvesAnew;
    }

    /** Whether the last operation got as far as {@code part}. */
    public boolean touched(Part part) {
        return pass.touched().containsKey(part);
    }

    Host.Content launchTemplate(Color color, int version) {
        return hands.content(color, version);
    }

    void settle(Template first, int hostsServing) {
        template = first;
        status = "CREATE_COMPLETE";
        hands.settle(first, hostsServing);
    }

    void create(Template first) {
        go("CREATE_IN_PROGRESS");
        template = first;
        pass = new Pass(
                world,
                false,
                EnumSet.allOf(Part.class),
                part -> first.resolved(part, attributes, world.balancer.ports),
                () -> end("CREATE_COMPLETE"),
                this::takeBackCreate);
        pass.advance();
    }

    private void takeBackCreate(String reason) {
        world.judge.fails(reason);
        go("ROLLBACK_IN_PROGRESS");
        remove(present(), () -> end("ROLLBACK_COMPLETE"));
    }

    void update(Template next) {
        if (isBusy()) {
            throw new IllegalStateException("the stack is in status " + status);
        }
        go("UPDATE_IN_PROGRESS");
        pass = new Pass(
                world,
                false,
                EnumSet.allOf(Part.class),
                part -> next.resolved(part, attributes, world.balancer.ports),
                () -> cleanUp(next, "UPDATE_COMPLETE"),
                this::turn);
        pass.advance();
    }

    /** A user cancels the update. */
    public void cancel() {
        if (status.equals("UPDATE_IN_PROGRESS")) {
            pass.abandon();
            turn("cancelled by the user");
        }
    }

    private void turn(String reason) {
        world.judge.fails(reason);
        go("UPDATE_ROLLBACK_IN_PROGRESS");
        Map<Part, Optional<Object>> touched = pass.touched();
        Set<Part> updated = EnumSet.noneOf(Part.class);
        touched.forEach((part, before) -> before.ifPresent(object -> updated.add(part)));
        pass = new Pass(
                world,
                true,
                updated,
                part -> resolvesAnew
                        ? template.resolved(part, attributes, world.balancer.ports)
                        : touched.get(part).orElseThrow(),
                () -> cleanUp(template, "UPDATE_ROLLBACK_COMPLETE"),
                this::stuck);
        pass.advance();
    }

    private void stuck(String reason) {
        world.judge.stuck(reason);
        end("UPDATE_ROLLBACK_FAILED");
    }

    private void cleanUp(Template settled, String last) {
        template = settled;
        go(last + "_CLEANUP_IN_PROGRESS");
        Set<Part> gone = EnumSet.noneOf(Part.class);
        current.keySet().stream()
                .filter(part -> settled.resolved(part, attributes, world.balancer.ports) == null)
                .forEach(gone::add);
        remove(gone, () -> end(last));
    }

    void delete() {
        if (pass != null) {
            pass.abandon();
        }
        go("DELETE_IN_PROGRESS");
        remove(present(), () -> end("DELETE_COMPLETE"));
    }

    private Set<Part> present() {
        Set<Part> parts = EnumSet.noneOf(Part.class);
        parts.addAll(current.keySet());
        return parts;
    }

    private void remove(Set<Part> parts, Runnable done) {
        if (parts.isEmpty()) {
            world.time.in(1000, done);
            return;
        }
        List<Part> free = new ArrayList<>(parts);
        free.removeIf(part -> part.before().stream().anyMatch(parts::contains));
        Part first = free.get(world.random.nextInt(free.size()));
        Set<Part> rest = EnumSet.copyOf(parts);
        rest.remove(first);
        hands.remove(first, () -> remove(rest, done));
    }

    private void go(String next) {
        status = next;
        world.story.tell(() -> "stack " + next);
    }

    private void end(String last) {
        go(last);
        world.judge.stackEnded();
    }

    Template template() {
        return template;
    }

    void answer(String url, Map<String, Object> answer) {
        hands.put(url, answer);
    }
}
