package io.teal.release.observation;

import java.util.List;

/**
 * One colour's fleet.
 *
 * @param desired desired capacity; 0 if the colour has no fleet
 * @param min the smallest desired capacity its group allows
 * @param max the largest
 * @param healthy targets in state {@code healthy}, one number per target group of the colour
 * @param strangers hosts in service that do not run this colour's version
 */
public record Fleet(int desired, int min, int max, List<Integer> healthy, int strangers) {

    /** A colour without a fleet. */
    public static final Fleet NONE = new Fleet(0, 0, 0, List.of(), 0);

    public Fleet {
        healthy = List.copyOf(healthy);
    }

    /** Whether there is a fleet. */
    public boolean exists() {
        return desired > 0 || max > 0;
    }

    /** Healthy targets in the group that has fewest; 0 if there is none. */
    public int healthyEverywhere() {
        return healthy.stream().mapToInt(Integer::intValue).min().orElse(0);
    }

    /** Healthy targets in the group that has most; 0 if there is none. */
    public int healthyAnywhere() {
        return healthy.stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    @Override
    public String toString() {
        return desired + " wanted, healthy " + healthy
                + (strangers > 0 ? ", " + strangers + " of another release" : "");
    }
}
