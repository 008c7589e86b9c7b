package io.teal.runtime.sim;

import io.teal.release.Color;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** The resources of the stack, each after those it depends on; what nothing orders happens in any order. */
public enum Part {
    /** Blue's launch template. */
    BLUE_TEMPLATE,
    /** Green's launch template. */
    GREEN_TEMPLATE,
    /** The function, with its machine and the policies of both. */
    FUNCTION,
    /** Preflight. */
    PREFLIGHT(BLUE_TEMPLATE, GREEN_TEMPLATE, FUNCTION),
    /** Blue's Auto Scaling group. */
    BLUE_GROUP(PREFLIGHT, BLUE_TEMPLATE),
    /** Green's Auto Scaling group. */
    GREEN_GROUP(PREFLIGHT, GREEN_TEMPLATE),
    /** Scaling policies, alarms and all that waits for a group. */
    SCALING(BLUE_GROUP, GREEN_GROUP),
    /** Shift. */
    SHIFT(PREFLIGHT, BLUE_GROUP, GREEN_GROUP, SCALING),
    /** The production listener. */
    LISTENER(SHIFT),
    /** A resource that has nothing to do with the service. */
    NEIGHBOR,
    /** Another one. */
    LATER,
    /** A resource that comes after the production listener. */
    LAST(LISTENER);

    private final Set<Part> named;
    private final Set<Part> after;

    Part(Part... after) {
        this.named = Set.of(after);
        this.after = new LinkedHashSet<>();
        for (Part part : after) {
            this.after.add(part);
            this.after.addAll(part.after);
        }
    }

    static Part template(Color color) {
        return color == Color.BLUE ? BLUE_TEMPLATE : GREEN_TEMPLATE;
    }

    /** All that it waits for, also by way of parts that an operation leaves alone. */
    Set<Part> after() {
        return after;
    }

    /** What it names itself in DependsOn. */
    Set<Part> named() {
        return named;
    }

    /** The parts that must be gone before this one goes. */
    Set<Part> before() {
        Set<Part> before = EnumSet.noneOf(Part.class);
        for (Part part : values()) {
            if (part.after.contains(this)) {
                before.add(part);
            }
        }
        return before;
    }

    Optional<Color> color() {
        return switch (this) {
            case BLUE_TEMPLATE, BLUE_GROUP -> Optional.of(Color.BLUE);
            case GREEN_TEMPLATE, GREEN_GROUP -> Optional.of(Color.GREEN);
            default -> Optional.empty();
        };
    }

    boolean custom() {
        return this == PREFLIGHT || this == SHIFT;
    }
}
