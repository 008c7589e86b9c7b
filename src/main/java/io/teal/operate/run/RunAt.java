package io.teal.operate.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.teal.operate.TimeOfDay;
import io.teal.release.Color;
import io.teal.release.cutover.CutoverProperties;
import io.teal.release.journal.Journal;
import io.teal.release.journal.JournalText;
import io.teal.release.observation.Weights;
import io.teal.release.plan.Plan;
import io.teal.release.step.Step;
import io.teal.runtime.execution.Event;
import io.teal.runtime.execution.PlanChoice;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where a run is, by the payload of its execution.
 *
 * @param choice what its plan is made from
 * @param properties of its deploy
 * @param plan its plan
 * @param journal what it remembers
 */
public record RunAt(PlanChoice choice, CutoverProperties properties, Plan plan, Journal journal) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * By the newest payload in {@code history}; empty if there is none.
     *
     * @param template what the template says, for a run whose event does not say it; empty if it has no colours
     */
    public static Optional<RunAt> of(List<String> history, Optional<CutoverProperties> template) {
        return history.stream()
                .flatMap(text -> payload(text).stream())
                .findFirst()
                .map(payload -> of(payload, template));
    }

    private static Optional<JsonNode> payload(String text) {
        try {
            return Optional.of(JSON.readTree(text)).filter(node -> node.has("opened") && node.has("journal"));
        } catch (JsonProcessingException notAPayload) {
            return Optional.empty();
        }
    }

    private static RunAt of(JsonNode payload, Optional<CutoverProperties> template) {
        JsonNode sent = payload.path("event");
        Event event = new Event(JSON.convertValue(sent, new TypeReference<Map<String, Object>>() {}));
        CutoverProperties properties = sent.has("ResourceProperties") ? event.properties() : template.orElseThrow();
        PlanChoice choice = choice(
                payload.path("opened").path("errands").path(payload.path("at").asInt()));
        Plan plan = choice.installs() ? choice.plan(event) : choice.plan(properties);
        Journal journal = JournalText.read(
                JSON.convertValue(payload.path("journal"), new TypeReference<Map<String, String>>() {}));
        return new RunAt(choice, properties, plan, journal);
    }

    private static PlanChoice choice(JsonNode map) {
        return new PlanChoice(
                PlanChoice.Goal.valueOf(map.path("kind").asText()),
                text(map, "color").map(Color::valueOf),
                text(map, "home").map(Weights::parse),
                text(map, "hosts").map(Integer::valueOf));
    }

    private static Optional<String> text(JsonNode map, String name) {
        return Optional.of(map.path(name).asText()).filter(text -> !text.isEmpty());
    }

    /** Whether it waits for a person now. */
    boolean asks() {
        return !journal.goingBack() && step().asks();
    }

    /** Whether it moves traffic for a deploy, and goes on. */
    boolean goesOn() {
        return plan.purpose() == Plan.Purpose.SHIFT
                && !journal.goingBack()
                && journal.outcome().isEmpty();
    }

    /** When it turns back if it still is at this step. */
    Instant until() {
        return journal.since().plus(step().patience());
    }

    private List<Step> steps() {
        return journal.goingBack() ? plan.back() : plan.steps();
    }

    private int index() {
        return Math.min(journal.step(), steps().size() - 1);
    }

    private Step step() {
        return steps().get(index());
    }

    /** The step that it is at, in one line. Times are UTC, as AWS's are. */
    public String line() {
        return line(choice.color());
    }

    /** The same of a service without colours. */
    public String lineWithoutColor() {
        return line(Optional.empty());
    }

    private String line(Optional<Color> toward) {
        String way = journal.goingBack() ? "going back (" + journal.why() + "), " : "";
        String answer = asks() ? " until " + TimeOfDay.of(until()) + ": teal promote, or teal abort" : "";
        return choice.goal().toString().toLowerCase(Locale.ROOT).replace('_', ' ')
                + toward.map(color -> " to " + color).orElse("") + ", " + way + "step " + (index() + 1)
                + " of " + steps().size() + ", " + step().name() + " since " + TimeOfDay.of(journal.since()) + answer;
    }
}
