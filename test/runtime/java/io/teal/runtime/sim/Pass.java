package io.teal.runtime.sim;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** CloudFormation on its way through the resources, in the order of their dependencies and else in any. */
final class Pass {
    private final World world;
    private final Hands hands;
    private final boolean back;
    private final Function<Part, Object> wants;
    private final Map<Part, State> states = new EnumMap<>(Part.class);
    private final Map<Part, Optional<Object>> touched = new EnumMap<>(Part.class);
    private final Runnable done;
    private final Consumer<String> failed;
    private boolean abandoned;

    private enum State {
        PENDING,
        RUNNING,
        DONE
    }

    /** How a resource's change ends. */
    interface End {
        void done(Map<String, String> attributes);

        void failed(String reason);

        /** Whether anyone still waits for it. */
        default boolean isAwaited() {
            return true;
        }
    }

    Pass(
            World world,
            boolean back,
            Set<Part> parts,
            Function<Part, Object> wants,
            Runnable done,
            Consumer<String> failed) {
        this.world = world;
        this.hands = world.stack.hands;
        this.back = back;
        this.wants = wants;
        this.done = done;
        this.failed = failed;
        parts.forEach(part -> states.put(part, State.PENDING));
    }

    /** What was changed, or was being changed, and what each was before. */
    Map<Part, Optional<Object>> touched() {
        return touched;
    }

    /** Nobody waits for it any more; what it has begun goes on. */
    void abandon() {
        abandoned = true;
    }

    void advance() {
        boolean begun = true;
        while (begun && !abandoned) {
            begun = false;
            for (Part part : Part.values()) {
                begun |= !abandoned && states.get(part) == State.PENDING && ready(part) && begin(part);
            }
        }
        if (!abandoned && states.values().stream().allMatch(State.DONE::equals)) {
            abandoned = true;
            done.run();
        }
    }

    private boolean ready(Part part) {
        Set<Part> first = back && world.stack.ordersByName ? part.named() : part.after();
        return first.stream()
                .filter(before -> !(back && world.stack.freesFunction && before == Part.FUNCTION))
                .allMatch(before -> states.getOrDefault(before, State.DONE) == State.DONE);
    }

    private boolean begin(Part part) {
        Object from = world.stack.current.get(part);
        Object to = wants.apply(part);
        boolean same = to == null || to.equals(from) && !(back && part.custom()) || untouched(part, from, to);
        states.put(part, same ? State.DONE : State.RUNNING);
        if (!same) {
            touched.put(part, Optional.ofNullable(from));
            world.time.in(200 + world.random.nextInt(4000), () -> act(part, from, to));
        }
        return same;
    }

    /**
     * Whether only an attribute that it refers to differs, of a resource that this update leaves alone: a rollback may
     * have left it so. CloudFormation changes what differs in the template, and what refers to that.
     */
    private boolean untouched(Part part, Object from, Object to) {
        return !back
                && from instanceof Template.Listener was
                && to instanceof Template.Listener is
                && was.other().equals(is.other())
                && !touched.containsKey(Part.SHIFT)
                && part == Part.LISTENER;
    }

    private void act(Part part, Object from, Object to) {
        if (abandoned) {
            return;
        }
        world.story.tell(
                () -> part + (back ? " goes back to " : " becomes ") + (part.custom() ? "what it is told" : to));
        world.stack.current.put(part, to);
        hands.change(part, from, to, back, end(part));
    }

    private End end(Part part) {
        return new End() {
            @Override
            public boolean isAwaited() {
                return waits(part);
            }

            @Override
            public void done(Map<String, String> attributes) {
                if (waits(part)) {
                    finish(part, attributes);
                }
            }

            @Override
            public void failed(String reason) {
                if (waits(part)) {
                    abandoned = true;
                    failed.accept(part + ": " + reason);
                }
            }
        };
    }

    private void finish(Part part, Map<String, String> attributes) {
        world.stack.attributes.put(part, attributes);
        states.put(part, State.DONE);
        world.story.tell(() -> part + " is done " + attributes);
        advance();
    }

    private boolean waits(Part part) {
        return !abandoned && states.get(part) == State.RUNNING;
    }
}
