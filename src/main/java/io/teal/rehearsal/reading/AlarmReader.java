package io.teal.rehearsal.reading;

import com.fasterxml.jackson.databind.JsonNode;
import io.teal.rehearsal.model.AlarmModel;
import io.teal.rehearsal.template.Opaque;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code AWS::CloudWatch::Alarm}: those on the share of answers that are 5xx. */
final class AlarmReader {
    private static final String ERRORS = "HTTPCode_Target_5XX_Count";
    private static final Pattern LEAST = Pattern.compile(">= (\\d+)");

    private AlarmReader() {}

    static Optional<Object> read(String id, Fields fields) {
        Optional<String> group = Optional.empty();
        long requests = 0;
        for (JsonNode metric : fields.at("Metrics")) {
            JsonNode of = metric.path("MetricStat").path("Metric");
            if (of.path("MetricName").asText().equals(ERRORS)) {
                group = targetGroup(of.path("Dimensions"));
            }
            Matcher least = LEAST.matcher(metric.path("Expression").asText());
            requests = least.find() ? Long.parseLong(least.group(1)) : requests;
        }
        int periods = fields.number("EvaluationPeriods", 1);
        int datapoints = fields.number("DatapointsToAlarm", periods);
        double percent = fields.at("Threshold").asDouble();
        long fewest = requests;
        return group.map(name -> new AlarmModel(id, name, percent, fewest, periods, datapoints));
    }

    /** The dimension is an attribute of the target group, which stands here for its id. */
    private static Optional<String> targetGroup(JsonNode dimensions) {
        for (JsonNode dimension : dimensions) {
            if (dimension.path("Name").asText().equals("TargetGroup")) {
                return Opaque.owner(dimension.path("Value").asText());
            }
        }
        return Optional.empty();
    }
}
