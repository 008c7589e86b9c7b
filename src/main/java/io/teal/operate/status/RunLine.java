package io.teal.operate.status;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.teal.release.Color;
import io.teal.release.cutover.CutoverProperties;
import io.teal.release.journal.Journal;
import io.teal.release.journal.JournalText;
import io.teal.release.observation.Weights;
import io.teal.release.plan.Plan;
import io.teal.release.step.Step;
import io.teal.runtime.execution.Event;
import io.teal.runtime.execution.PlanChoice;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Where a run stands, in one line, out of the payload that its execution carries. */
final class RunLine {
    private static final ObjectMapper JSON = new ObjectMapper();

    private RunLine() {}

    /** The line of the newest payload in {@code history}; empty text if there is none. */
    static String of(List<String> history, CutoverProperties properties) {
        return history.stream()
                .flatMap(text -> payload(text).stream())
                .findFirst()
                .map(payload -> line(payload, properties))
                .orElse("");
    }

    private static Optional<JsonNode> payload(String text) {
        try {
            return Optional.of(JSON.readTree(text)).filter(node -> node.has("opened") && node.has("journal"));
        } catch (JsonProcessingException notAPayload) {
            return Optional.empty();
        }
    }

    private static String line(JsonNode payload, CutoverProperties properties) {
        PlanChoice errand = errand(
                payload.path("opened").path("errands").path(payload.path("at").asInt()));
        Plan plan = plan(errand, payload, properties);
        Journal journal = JournalText.read(texts(payload.path("journal")));
        List<Step> steps = journal.goingBack() ? plan.back() : plan.steps();
        int at = Math.min(journal.step(), steps.size() - 1);
        String way = journal.goingBack() ? "going back (" + journal.why() + "), " : "";
        return errand.goal().toString().toLowerCase(Locale.ROOT).replace('_', ' ')
                + errand.color().map(color -> " to " + color).orElse("") + ", " + way + "step "
                + (at + 1) + " of " + steps.size() + ", "
                + steps.get(at).name() + " since " + Clocks.time(journal.since());
    }

    @SuppressWarnings("unchecked")
    private static Plan plan(PlanChoice errand, JsonNode payload, CutoverProperties properties) {
        return errand.installs()
                ? errand.plan(new Event(JSON.convertValue(payload.path("event"), Map.class)))
                : errand.plan(properties);
    }

    private static PlanChoice errand(JsonNode map) {
        return new PlanChoice(
                PlanChoice.Goal.valueOf(map.path("kind").asText()),
                Optional.of(map.path("color").asText())
                        .filter(text -> !text.isEmpty())
                        .map(Color::valueOf),
                Optional.of(map.path("home").asText())
                        .filter(text -> !text.isEmpty())
                        .map(Weights::parse));
    }

    private static Map<String, String> texts(JsonNode map) {
        Map<String, String> texts = new TreeMap<>();
        map.properties()
                .forEach(field -> texts.put(field.getKey(), field.getValue().asText()));
        return texts;
    }
}
