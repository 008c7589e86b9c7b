package io.teal.rehearsal.aws.elb;

import com.fasterxml.jackson.databind.JsonNode;
import io.teal.rehearsal.template.Fields;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The attributes of a load balancer or a target group: a list of keys and values. */
final class Attributes {
    private final Fields fields;
    private final Map<String, JsonNode> values = new TreeMap<>();

    /** The attributes in {@code property}. */
    Attributes(Fields fields, String property) {
        this.fields = fields;
        fields.at(property).forEach(each -> values.put(each.path("Key").asText(), each.path("Value")));
    }

    String text(String key, String otherwise) {
        return values.containsKey(key) ? values.get(key).asText() : otherwise;
    }

    Duration seconds(String key, long otherwise) {
        return Duration.ofSeconds(values.containsKey(key) ? fields.number(key, values.get(key), 0) : otherwise);
    }

    /**
     * Notes attributes whose effect is not played.
     *
     * @param modelled keys of which any value is played
     * @param only by key, the one value that is played: AWS's default
     */
    void noteOthers(Set<String> modelled, Map<String, String> only) {
        values.forEach((key, value) -> {
            if (!modelled.contains(key) && !value.asText().equals(only.get(key))) {
                String written = key + " = " + value.asText();
                if (only.containsKey(key)) {
                    fields.simpler(written, only.get(key));
                } else {
                    fields.notJudged(written);
                }
            }
        });
    }
}
