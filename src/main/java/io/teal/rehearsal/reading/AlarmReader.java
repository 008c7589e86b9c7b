package io.teal.rehearsal.reading;

import com.fasterxml.jackson.databind.JsonNode;
import io.teal.rehearsal.model.AlarmModel;
import io.teal.rehearsal.model.Formula;
import io.teal.rehearsal.template.Opaque;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads {@code AWS::CloudWatch::Alarm}: those on what an Application Load Balancer counts; no other plays a part. */
final class AlarmReader {
    private static final String NAMESPACE = "AWS/ApplicationELB";
    private static final Set<String> COUNTED = Set.of(
            "RequestCount",
            "HTTPCode_Target_2XX_Count",
            "HTTPCode_Target_3XX_Count",
            "HTTPCode_Target_4XX_Count",
            "HTTPCode_Target_5XX_Count",
            "HTTPCode_ELB_5XX_Count",
            "TargetResponseTime",
            "HealthyHostCount",
            "UnHealthyHostCount");
    private static final String ALONE = "metric";
    private static final int MINUTE = 60;

    private final Fields fields;
    private final List<AlarmModel.Metric> metrics = new ArrayList<>();
    private String formula = ALONE;
    private Duration period;

    private AlarmReader(Fields fields) {
        this.fields = fields;
        this.period = fields.seconds("Period", MINUTE);
    }

    /** Empty for an alarm on anything else. */
    static Optional<AlarmModel> read(String id, Fields fields) {
        AlarmReader reader = new AlarmReader(fields);
        return reader.knows() ? Optional.of(reader.alarm(id)) : Optional.empty();
    }

    private boolean knows() {
        if (fields.at("Metrics").isMissingNode()) {
            return knows(fields.text("Namespace", ""), fields.text("MetricName", ""));
        }
        for (JsonNode metric : fields.at("Metrics")) {
            JsonNode of = metric.path("MetricStat").path("Metric");
            if (metric.path("Expression").isMissingNode()
                    && !knows(
                            of.path("Namespace").asText(), of.path("MetricName").asText())) {
                return false;
            }
        }
        return true;
    }

    private static boolean knows(String namespace, String metric) {
        return namespace.equals(NAMESPACE) && COUNTED.contains(metric);
    }

    private AlarmModel alarm(String id) {
        if (fields.at("Metrics").isMissingNode()) {
            String statistic = fields.text("Statistic", fields.text("ExtendedStatistic", "Sum"));
            add(ALONE, fields.text("MetricName", ""), statistic, fields.at("Dimensions"));
        }
        fields.at("Metrics").forEach(this::add);
        int periods = fields.number("EvaluationPeriods", 1);
        AlarmModel.Window window = new AlarmModel.Window(
                periods, fields.number("DatapointsToAlarm", periods), fields.text("TreatMissingData", "missing"));
        double threshold = fields.at("Threshold").asDouble();
        return new AlarmModel(id, metrics, formula(), comparison(), threshold, period, window);
    }

    private void add(JsonNode metric) {
        JsonNode statistics = metric.path("MetricStat");
        if (statistics.isMissingNode()) {
            formula = metric.path("Expression").asText();
            return;
        }
        JsonNode of = statistics.path("Metric");
        period = Duration.ofSeconds(statistics.path("Period").asInt(MINUTE));
        add(
                metric.path("Id").asText(),
                of.path("MetricName").asText(),
                statistics.path("Stat").asText(),
                of.path("Dimensions"));
    }

    /** The dimension is an attribute of the target group, which stands here for its id. */
    private void add(String id, String name, String statistic, JsonNode dimensions) {
        String group = "";
        for (JsonNode dimension : dimensions) {
            if (dimension.path("Name").asText().equals("TargetGroup")) {
                group = Opaque.owner(dimension.path("Value").asText()).orElse("");
            }
        }
        metrics.add(new AlarmModel.Metric(id, name, statistic, group));
    }

    private Formula formula() {
        try {
            return Formula.parse(formula);
        } catch (IllegalArgumentException unknown) {
            throw fields.refused(
                    "Expression is not modelled: " + unknown.getMessage(),
                    "numbers, metrics, + - * /, comparisons, IF and FILL are");
        }
    }

    private AlarmModel.Comparison comparison() {
        String name = fields.text("ComparisonOperator", "GreaterThanThreshold");
        String constant = name.replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
        try {
            return AlarmModel.Comparison.valueOf(constant);
        } catch (IllegalArgumentException unknown) {
            throw fields.refused("ComparisonOperator " + name + " is not modelled", "compare with a threshold");
        }
    }
}
