package io.teal.rehearsal.aws.cloudwatch;

import com.fasterxml.jackson.databind.JsonNode;
import io.teal.rehearsal.template.Fields;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads {@code AWS::CloudWatch::Alarm}: alarms on load balancer metrics; others are not emulated. */
public final class AlarmReader {
    private static final String ALONE = "metric";
    private static final int MINUTE = 60;
    private static final Set<Integer> SHORT_PERIODS = Set.of(10, 20, 30);
    private static final Set<String> MISSING = Set.of("missing", "ignore", "breaching", "notBreaching");

    private final Fields fields;
    private final AlarmMetrics reader;
    private final Map<String, AlarmModel.Metric> metrics = new TreeMap<>();
    private final Map<String, Formula> formulas = new TreeMap<>();
    private String returned = ALONE;
    private Optional<Integer> period = Optional.empty();
    private Optional<String> foreign = Optional.empty();

    private AlarmReader(Fields fields, Set<String> groups, Set<String> balancers) {
        this.fields = fields;
        this.reader = new AlarmMetrics(fields, groups, balancers);
    }

    /** The metric for which an alarm is not emulated; empty if the alarm is emulated. */
    public static Optional<String> foreign(Fields fields, Set<String> groups, Set<String> balancers) {
        AlarmReader reader = new AlarmReader(fields, groups, balancers);
        reader.readMetrics();
        return reader.foreign;
    }

    /** Reads an alarm; one on a metric that is not emulated is always OK. */
    public static AlarmModel read(String id, Fields fields, Set<String> groups, Set<String> balancers) {
        AlarmReader reader = new AlarmReader(fields, groups, balancers);
        reader.readMetrics();
        return reader.foreign.isPresent() ? AlarmModel.alwaysOk(id, fields.name("AlarmName", "")) : reader.alarm(id);
    }

    private void readMetrics() {
        if (fields.at("Metrics").isMissingNode()) {
            String statistic = fields.text("Statistic", fields.text("ExtendedStatistic", ""));
            period(fields.at("Period"));
            add(ALONE, fields.text("Namespace", ""), fields.text("MetricName", ""), statistic, fields.at("Dimensions"));
            return;
        }
        fields.at("Metrics").forEach(metric -> {
            JsonNode statistics = metric.path("MetricStat");
            JsonNode of = statistics.path("Metric");
            String id = metric.path("Id").asText();
            boolean hidden = metric.has("ReturnData") && !fields.flag("ReturnData", metric.path("ReturnData"));
            returned = hidden ? returned : id;
            if (!statistics.isMissingNode()) {
                period(statistics.path("Period"));
                String namespace = of.path("Namespace").asText();
                String statistic = statistics.path("Stat").asText();
                add(id, namespace, of.path("MetricName").asText(), statistic, of.path("Dimensions"));
            }
        });
    }

    private void add(String id, String namespace, String name, String statistic, JsonNode dimensions) {
        Optional<AlarmModel.Metric> metric = reader.read(namespace, name, statistic, dimensions);
        metric.ifPresent(known -> metrics.put(id, known));
        foreign = metric.isPresent() ? foreign : Optional.of(name);
    }

    private void period(JsonNode seconds) {
        int length = fields.number("Period", seconds, MINUTE);
        if (!SHORT_PERIODS.contains(length) && (length == 0 || length % MINUTE != 0)) {
            throw fields.refused("Period must be 10, 20, 30 or a multiple of 60, got " + length, "AWS takes no other");
        }
        if (period.isPresent() && period.get() != length) {
            throw fields.refused("metrics with several periods are not modelled", "give all of them one Period");
        }
        period = Optional.of(length);
    }

    private AlarmModel alarm(String id) {
        fields.at("Metrics").forEach(this::readFormula);
        if (formulas.isEmpty() && !metrics.containsKey(returned)) {
            throw fields.refused("no metric has ReturnData", "set it on one");
        }
        return new AlarmModel(
                id,
                fields.name("AlarmName", ""),
                new AlarmModel.Value(metrics, formulas, returned),
                comparison(),
                fields.decimal("Threshold", fields.at("Threshold")),
                Duration.ofSeconds(period.orElse(MINUTE)),
                window());
    }

    private AlarmModel.Window window() {
        int periods = fields.number("EvaluationPeriods", 1);
        String missing = fields.text("TreatMissingData", "missing");
        if (!MISSING.contains(missing)) {
            throw fields.refused("TreatMissingData " + missing + " is not modelled", "write notBreaching");
        }
        int datapoints = fields.number("DatapointsToAlarm", periods);
        if (datapoints > periods) {
            throw fields.refused(
                    "DatapointsToAlarm " + datapoints + " is above EvaluationPeriods " + periods,
                    "AWS takes no such alarm");
        }
        return new AlarmModel.Window(periods, datapoints, missing);
    }

    private void readFormula(JsonNode metric) {
        String text = metric.path("Expression").asText();
        if (!metric.has("Expression")) {
            return;
        }
        try {
            Formula formula = Formula.parse(text);
            formula.names().stream().filter(name -> !isId(name)).findFirst().ifPresent(name -> {
                throw new IllegalArgumentException("the alarm has no metric " + name);
            });
            formulas.put(metric.path("Id").asText(), formula);
        } catch (IllegalArgumentException unknown) {
            throw fields.refused(
                    "Expression is not modelled: " + unknown.getMessage(),
                    "numbers, metrics, + - * /, comparisons, IF, FILL and DIFF are");
        }
    }

    private boolean isId(String name) {
        for (JsonNode metric : fields.at("Metrics")) {
            if (metric.path("Id").asText().equals(name)) {
                return true;
            }
        }
        return false;
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
