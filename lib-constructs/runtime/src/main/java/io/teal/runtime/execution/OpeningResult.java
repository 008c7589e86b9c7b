package io.teal.runtime.execution;

import io.teal.release.observation.Direction;
import io.teal.release.observation.Weights;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a run found at its start, and what it does about it. It never changes.
 *
 * @param direction the stack's direction
 * @param home where the weights were when the stack's operation began; empty if there was no production action
 * @param choices the plans, one after the other
 * @param data the attributes to answer with
 * @param refusal why the deploy is refused, and on a second line what to do; empty if it is not
 * @param hosts how many hosts carried production when the operation began; empty if that is not known
 * @param quiet whether nobody is told how the run ends: that was told before, or nobody heard of a beginning
 */
record OpeningResult(
        Direction direction,
        Optional<Weights> home,
        List<PlanChoice> choices,
        Map<String, Object> data,
        Optional<String> refusal,
        Optional<Integer> hosts,
        boolean quiet) {
    private static final String DIRECTION = "direction";
    private static final String HOME = "home";
    private static final String CHOICES = "errands";
    private static final String DATA = "data";
    private static final String REFUSAL = "refusal";
    private static final String HOSTS = "hosts";
    private static final String QUIET = "quiet";

    OpeningResult {
        choices = List.copyOf(choices);
        data = Map.copyOf(data);
    }

    OpeningResult(
            Direction direction,
            Optional<Weights> home,
            List<PlanChoice> choices,
            Map<String, Object> data,
            Optional<String> refusal) {
        this(direction, home, choices, data, refusal, Optional.empty(), false);
    }

    Map<String, Object> write() {
        Map<String, Object> map = new TreeMap<>();
        map.put(DIRECTION, direction.name());
        home.ifPresent(weights -> map.put(HOME, weights.toString()));
        map.put(CHOICES, choices.stream().map(PlanChoice::write).toList());
        map.put(DATA, data);
        refusal.ifPresent(line -> map.put(REFUSAL, line));
        hosts.ifPresent(count -> map.put(HOSTS, Integer.toString(count)));
        if (quiet) {
            map.put(QUIET, "true");
        }
        return map;
    }

    @SuppressWarnings("unchecked")
    static OpeningResult read(Map<String, Object> map) {
        List<Map<String, Object>> choices = (List<Map<String, Object>>) map.get(CHOICES);
        return read(map, choices.stream().map(PlanChoice::read).toList());
    }

    /** What {@code map} says that the run found, without its plans. */
    static OpeningResult found(Map<String, Object> map) {
        return read(map, List.of());
    }

    @SuppressWarnings("unchecked")
    private static OpeningResult read(Map<String, Object> map, List<PlanChoice> choices) {
        Payload of = new Payload(map);
        return new OpeningResult(
                Direction.valueOf(map.get(DIRECTION).toString()),
                of.text(HOME).map(Weights::parse),
                choices,
                (Map<String, Object>) map.get(DATA),
                of.text(REFUSAL),
                of.text(HOSTS).map(Integer::valueOf),
                map.containsKey(QUIET));
    }
}
