package io.teal.release.observation;

import io.teal.release.Color;
import io.teal.release.Release;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The two numbers in the production action. A service of several ports has one such action for each, its places: a
 * release writes the same two numbers into all of them, one after the other. Where the places differ, each colour
 * counts with the most that it has anywhere, so both have traffic.
 *
 * @param blue weight of blue's target group, 0 to 999; the largest where the places differ
 * @param green weight of green's target group, 0 to 999; the largest where the places differ
 * @param apart the weights in each place, in the order of the ports, if they differ; else none
 */
public record Weights(int blue, int green, List<Weights> apart) {

    private static final int MOST = 999;
    private static final String NEXT_PLACE = " + ";
    private static final Pattern PLACES = Pattern.compile(NEXT_PLACE, Pattern.LITERAL);

    /** Checks the ranges the load balancer knows. Both may be 0: someone may have set that. */
    public Weights {
        apart = List.copyOf(apart);
        if (blue < 0 || blue > MOST || green < 0 || green > MOST) {
            throw new IllegalArgumentException("weights are from 0 to 999, got " + blue + "/" + green);
        }
    }

    /** The same in every place. */
    public Weights(int blue, int green) {
        this(blue, green, List.of());
    }

    /** Those of several {@code places}, in the order of the ports; one at least. */
    public static Weights of(List<Weights> places) {
        Weights first = places.get(0);
        return places.stream().allMatch(first::equals)
                ? first
                : new Weights(most(places, Color.BLUE), most(places, Color.GREEN), places);
    }

    private static int most(List<Weights> places, Color color) {
        return places.stream().mapToInt(place -> place.of(color)).max().orElseThrow();
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
        if (!text.contains(NEXT_PLACE)) {
            return place(text);
        }
        return of(Stream.of(PLACES.split(text, -1)).map(Weights::place).toList());
    }

    private static Weights place(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("weights are written blue/green, got '" + text + "'");
        }
        return new Weights(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }

    /** Whether every place has the same. */
    public boolean even() {
        return apart.isEmpty();
    }

    /** The weights that places have, one at least. */
    public List<Weights> each() {
        return even() ? List.of(this) : apart;
    }

    /** The weights of the place {@code index}, by the order of the ports. */
    public Weights place(int index) {
        return even() ? this : apart.get(Math.min(index, apart.size() - 1));
    }

    /** Whether {@code color} has more than in {@code other}, in some place. */
    public boolean gives(Color color, Weights other) {
        int places = Math.max(each().size(), other.each().size());
        return IntStream.range(0, places)
                .anyMatch(index -> place(index).of(color) > other.place(index).of(color));
    }

    /** The weight of {@code color}. */
    public int of(Color color) {
        return color == Color.BLUE ? blue : green;
    }

    /**
     * Percent of production on {@code color}, rounded up, so that a small share is never 0; 0 if nothing serves. Of the
     * place where it has most.
     */
    public int percent(Color color) {
        if (!even()) {
            return apart.stream().mapToInt(place -> place.percent(color)).max().orElseThrow();
        }
        int sum = blue + green;
        return sum == 0 ? 0 : (of(color) * 100 + sum - 1) / sum;
    }

    /** The colour with the larger weight; blue if they are equal. */
    public Color larger() {
        return green > blue ? Color.GREEN : Color.BLUE;
    }

    @Override
    public String toString() {
        return even()
                ? blue + "/" + green
                : apart.stream().map(Weights::toString).collect(Collectors.joining(NEXT_PLACE));
    }
}
