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
 * @param refusal why the deploy is refused, if it is
 */
record OpeningResult(
        Direction direction,
        Optional<Weights> home,
        List<PlanChoice> choices,
        Map<String, Object> data,
        Optional<String> refusal) {
    private static final String DIRECTION = "direction";
    private static final String HOME = "home";
    private static final String CHOICES = "errands";
    private static final String DATA = "data";
    private static final String REFUSAL = "refusal";

    OpeningResult {
        choices = List.copyOf(choices);
        data = Map.copyOf(data);
    }

    Map<String, Object> write() {
        Map<String, Object> map = new TreeMap<>();
        map.put(DIRECTION, direction.name());
        home.ifPresent(weights -> map.put(HOME, weights.toString()));
        map.put(CHOICES, choices.stream().map(PlanChoice::write).toList());
        map.put(DATA, data);
        refusal.ifPresent(line -> map.put(REFUSAL, line));
        return map;
    }

    @SuppressWarnings("unchecked")
    static OpeningResult read(Map<String, Object> map) {
        List<Map<String, Object>> choices = (List<Map<String, Object>>) map.get(CHOICES);
        return new OpeningResult(
                Direction.valueOf(map.get(DIRECTION).toString()),
                new Payload(map).text(HOME).map(Weights::parse),
                choices.stream().map(PlanChoice::read).toList(),
                (Map<String, Object>) map.get(DATA),
                new Payload(map).text(REFUSAL));
    }
}
