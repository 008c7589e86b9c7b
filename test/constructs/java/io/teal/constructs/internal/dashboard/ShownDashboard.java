package io.teal.constructs.internal.dashboard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.teal.constructs.BlueGreenService;
import io.teal.constructs.SynthTemplate;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** A dashboard's body as CloudWatch gets it, with the names of resources, without hashes, where it gets theirs. */
record ShownDashboard(SynthTemplate template, JsonNode body) {
    static ShownDashboard of(BlueGreenService service) {
        service.dashboard();
        SynthTemplate template = SynthTemplate.of(service);
        String text = text(template.properties("OrdersDashboard").get("DashboardBody"));
        try {
            return new ShownDashboard(template, new ObjectMapper().readTree(text));
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + text, e);
        }
    }

    private static String text(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map.Entry<?, ?> call = map.entrySet().iterator().next();
            return call.getKey().equals("Fn::Join")
                    ? String.join(
                            "",
                            ((List<?>) ((List<?>) call.getValue()).get(1))
                                    .stream().map(ShownDashboard::text).toList())
                    : call.getValue() instanceof List<?> attribute
                            ? SynthTemplate.withoutHash(attribute.get(0).toString()) + "." + attribute.get(1)
                            : SynthTemplate.withoutHash(call.getValue().toString());
        }
        return value.toString();
    }

    List<JsonNode> widgets() {
        return StreamSupport.stream(body.path("widgets").spliterator(), false).toList();
    }

    List<String> titles() {
        return widgets().stream()
                .map(widget -> widget.path("properties").path("title").asText("text"))
                .toList();
    }

    /** What the widget with {@code title} is told. */
    JsonNode widget(String title) {
        return widgets().stream()
                .map(widget -> widget.path("properties"))
                .filter(properties -> properties.path("title").asText().equals(title))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + title + " in " + titles()));
    }

    /** The metrics of a widget, each as text. */
    List<String> metrics(String title) {
        return StreamSupport.stream(widget(title).path("metrics").spliterator(), false)
                .map(JsonNode::toString)
                .toList();
    }

    String markdown() {
        return widgets().get(0).path("properties").path("markdown").asText();
    }
}
