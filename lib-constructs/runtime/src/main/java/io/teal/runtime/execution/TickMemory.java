package io.teal.runtime.execution;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.teal.release.Color;
import io.teal.release.observation.Direction;
import io.teal.release.observation.Fleet;
import io.teal.release.observation.Observation;
import io.teal.release.observation.Weights;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What earlier ticks of a run saw, and when, so that it need not be read again; kept in the payload as texts. */
final class TickMemory {
    /** That of a run which has just begun. */
    static TickMemory nothing(Instant now) {
        return new TickMemory(new Payload(Map.of()), now);
    }

    /** Only what this tick has read. */
    static final Duration THIS_TICK = Duration.ZERO;

    /** In the payload. */
    static final String NAME = "seen";

    private static final String STACK = "stack";
    private static final String LIVE = "live";
    private static final String OLDER = "older";
    private static final String FLEETS = "fleets";
    private static final String LISTENER = "listener";
    private static final String HELD = "held";
    private static final String UNSCANNED = "unscanned";
    private static final String NONE = "-";
    private static final String AT = "At";

    /** So long a look through all listeners may take that AWS refuses in the middle. */
    private static final Duration SCAN = Duration.ofSeconds(60);

    private final Map<String, Object> map;
    private final Instant now;
    private final Set<String> anew = new HashSet<>();

    /** What {@code payload} has, {@code now}. */
    TickMemory(Payload payload, Instant now) {
        this.map = new TreeMap<>(payload.inner(NAME).orElse(Map.of()));
        this.now = now;
    }

    Payload keep(Payload payload) {
        return payload.with(NAME, map);
    }

    Optional<Direction> stack(Duration young) {
        return young(STACK, young).map(Direction::valueOf);
    }

    Direction stack(Direction direction) {
        put(STACK, direction.name());
        return direction;
    }

    Optional<Weights> live(Duration young) {
        return young(LIVE, young).map(Weights::parse);
    }

    Weights live(Weights weights) {
        put(LIVE, weights.toString());
        return weights;
    }

    /** The colours without weight that clients were kept on when the weights were read last. */
    Set<Color> held() {
        Set<Color> held = EnumSet.noneOf(Color.class);
        held.addAll(text(HELD).map(text -> list(text, Color::valueOf)).orElse(List.of()));
        return held;
    }

    void held(Set<Color> colors) {
        map.put(HELD, write(colors.stream().map(Color::name).toList()));
    }

    /** The listeners that had the production action. */
    List<String> listeners() {
        return text(LISTENER).map(text -> list(text, String::valueOf)).orElse(List.of());
    }

    /** The listeners that are not known to lack it, if all are looked through. */
    List<String> unscanned(Supplier<List<String>> all) {
        return young(UNSCANNED, SCAN).map(text -> list(text, String::valueOf)).orElseGet(() -> {
            List<String> listeners = all.get();
            put(UNSCANNED, write(listeners));
            return listeners;
        });
    }

    /** {@code listener} does not have it. */
    void scanned(String listener) {
        List<String> rest = text(UNSCANNED).map(text -> list(text, String::valueOf)).orElse(List.of()).stream()
                .filter(other -> !other.equals(listener))
                .toList();
        map.put(UNSCANNED, write(rest));
    }

    /** All listeners have been looked through; {@code found} have it. */
    void scanEnded(List<String> found) {
        map.remove(UNSCANNED);
        if (!found.isEmpty()) {
            map.put(LISTENER, write(found));
        }
    }

    /** Of an earlier run of the same deploy: which listener it was, and the weights there. */
    void learn(Payload earlier) {
        Map<String, Object> seen = earlier.inner(NAME).orElse(Map.of());
        List.of(LISTENER, LIVE, LIVE + AT).stream()
                .filter(seen::containsKey)
                .forEach(name -> map.put(name, seen.get(name)));
    }

    Optional<Integer> older(Duration young) {
        return young(OLDER, young).map(Integer::valueOf);
    }

    /** How many older runs have not ended. */
    Integer older(int count) {
        put(OLDER, Integer.toString(count));
        return count;
    }

    /** Both fleets; their health is as old as it says. */
    Optional<Observation.Fleets> fleets(Duration young) {
        return young(FLEETS, young).map(TickMemory::fleets);
    }

    Observation.Fleets fleets(Observation.Fleets fleets) {
        put(FLEETS, text(fleets));
        return fleets;
    }

    /** The same sizes, with health that was read since. */
    Observation.Fleets health(Observation.Fleets fleets) {
        map.put(FLEETS, text(fleets));
        return fleets;
    }

    private static String text(Observation.Fleets fleets) {
        List<String> served = fleets.served().stream().map(Color::name).toList();
        List<String> words = fleets.words().stream()
                .map(word -> URLEncoder.encode(word, UTF_8))
                .sorted()
                .toList();
        return String.join(
                " ",
                write(fleets.blue()),
                write(fleets.green()),
                fleets.readAt().toString(),
                write(served),
                write(words));
    }

    private static String write(Fleet fleet) {
        return fleet.desired() + "/" + fleet.max() + "/" + write(fleet.healthy()) + "/" + fleet.strangers() + "/"
                + fleet.min();
    }

    private static String write(List<?> values) {
        return values.isEmpty() ? NONE : values.stream().map(Object::toString).collect(Collectors.joining(","));
    }

    private static Observation.Fleets fleets(String text) {
        String[] parts = text.split(" ", -1);
        Set<Color> served = EnumSet.noneOf(Color.class);
        served.addAll(list(parts[3], Color::valueOf));
        Set<String> words =
                new HashSet<>(parts.length > 4 ? list(parts[4], word -> URLDecoder.decode(word, UTF_8)) : List.of());
        return new Observation.Fleets(fleet(parts[0]), fleet(parts[1]), Instant.parse(parts[2]), served, words);
    }

    private static Fleet fleet(String text) {
        String[] parts = text.split("/", -1);
        return new Fleet(
                Integer.parseInt(parts[0]),
                parts.length > 4 ? Integer.parseInt(parts[4]) : 0,
                Integer.parseInt(parts[1]),
                list(parts[2], Integer::valueOf),
                Integer.parseInt(parts[3]));
    }

    private static <T> List<T> list(String text, Function<String, T> read) {
        return text.equals(NONE)
                ? List.of()
                : Arrays.stream(text.split(",", -1)).map(read).toList();
    }

    private void put(String name, String value) {
        map.put(name, value);
        map.put(name + AT, now.toString());
        anew.add(name);
    }

    private Optional<String> young(String name, Duration young) {
        if (young.equals(THIS_TICK)) {
            return text(name).filter(value -> anew.contains(name));
        }
        return text(name + AT)
                .map(Instant::parse)
                .filter(at -> !at.plus(young).isBefore(now))
                .flatMap(at -> text(name));
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(map.get(name)).map(Object::toString);
    }
}
