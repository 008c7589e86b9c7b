package io.teal.operate.status;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.teal.operate.account.Account;
import io.teal.release.Color;
import io.teal.release.cutover.CutoverProperties;
import io.teal.release.journal.Journal;
import io.teal.release.journal.JournalText;
import io.teal.release.observation.Weights;
import io.teal.release.plan.Plan;
import io.teal.release.port.Execution;
import io.teal.release.step.Step;
import io.teal.runtime.execution.Event;
import io.teal.runtime.execution.PlanChoice;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The step that a run is at, in one line, from the payload of its execution. */
final class RunLine {
    private static final ObjectMapper JSON = new ObjectMapper();

    private RunLine() {}

    /**
     * Those of {@code executions} that have not ended, each with the step it is at.
     *
     * @param properties of the service; empty if it has no colours, and then its runs have them
     */
    static List<RunStatus> running(
            Account account, List<Execution> executions, Optional<CutoverProperties> properties) {
        return executions.stream()
                .filter(Execution::running)
                .map(run ->
                        new RunStatus(run.name(), run.started(), of(account.executionHistory(run.arn()), properties)))
                .toList();
    }

    /** The line of the newest payload in {@code history}; empty text if there is none. */
    private static String of(List<String> history, Optional<CutoverProperties> properties) {
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

    private static String line(JsonNode payload, Optional<CutoverProperties> properties) {
        PlanChoice choice = choice(
                payload.path("opened").path("errands").path(payload.path("at").asInt()));
        Plan plan = plan(choice, payload, properties);
        Journal journal = JournalText.read(
                JSON.convertValue(payload.path("journal"), new TypeReference<Map<String, String>>() {}));
        List<Step> steps = journal.goingBack() ? plan.back() : plan.steps();
        int at = Math.min(journal.step(), steps.size() - 1);
        String way = journal.goingBack() ? "going back (" + journal.why() + "), " : "";
        return choice.goal().toString().toLowerCase(Locale.ROOT).replace('_', ' ')
                + choice.color()
                        .filter(color -> properties.isPresent())
                        .map(color -> " to " + color)
                        .orElse("") + ", " + way + "step "
                + (at + 1) + " of " + steps.size() + ", "
                + steps.get(at).name() + " since " + StatusText.time(journal.since());
    }

    private static Plan plan(PlanChoice choice, JsonNode payload, Optional<CutoverProperties> properties) {
        Event event = new Event(JSON.convertValue(payload.path("event"), new TypeReference<Map<String, Object>>() {}));
        return choice.installs() ? choice.plan(event) : choice.plan(properties.orElseGet(event::properties));
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
}
