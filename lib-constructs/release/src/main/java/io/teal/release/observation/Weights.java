package io.teal.release.observation;

import io.teal.release.Color;
import io.teal.release.Release;

/**
 * The two numbers in the production action.
 *
 * @param blue weight of blue's target group, 0 to 999
 * @param green weight of green's target group, 0 to 999
 */
public record Weights(int blue, int green) {

    private static final int MOST = 999;

    /** Checks the ranges the load balancer knows. Both may be 0: someone may have set that. */
    public Weights {
        if (blue < 0 || blue > MOST || green < 0 || green > MOST) {
            throw new IllegalArgumentException("weights are from 0 to 999, got " + blue + "/" + green);
        }
    }

    /** {@code percent} on {@code color} and the rest on the other. */
    public static Weights of(Color color, int percent) {
        return color == Color.BLUE ? new Weights(percent, 100 - percent) : new Weights(100 - percent, percent);
    }

    /** What {@code release} settles on. */
    public static Weights of(Release release) {
        return new Weights(release.weight(Color.BLUE), release.weight(Color.GREEN));
    }

    /** Reads what {@link #toString()} writes. */
    public static Weights parse(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("weights are written blue/green, got '" + text + "'");
        }
        return new Weights(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }

    /** The weight of {@code color}. */
    public int of(Color color) {
        return color == Color.BLUE ? blue : green;
    }

    /** Percent of production on {@code color}, rounded up, so that a small share is never 0; 0 if nothing serves. */
    public int percent(Color color) {
        int sum = blue + green;
        return sum == 0 ? 0 : (of(color) * 100 + sum - 1) / sum;
    }

    /** The colour with the larger weight; blue if they are equal. */
    public Color larger() {
        return green > blue ? Color.GREEN : Color.BLUE;
    }

    @Override
    public String toString() {
        return blue + "/" + green;
    }
}
