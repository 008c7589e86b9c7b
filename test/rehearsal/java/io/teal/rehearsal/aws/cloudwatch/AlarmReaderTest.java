package io.teal.rehearsal.aws.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.rehearsal.BadInputException;
import io.teal.rehearsal.aws.cloudformation.StackReader;
import io.teal.rehearsal.template.Template;
import io.teal.rehearsal.template.TemplateReader;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlarmReaderTest {
    private static final String OF_A = """
            "Namespace": "AWS/ApplicationELB", "Dimensions": [
              {"Name": "LoadBalancer", "Value": {"Fn::GetAtt": ["LB", "LoadBalancerFullName"]}},
              {"Name": "TargetGroup", "Value": {"Fn::GetAtt": ["A", "TargetGroupFullName"]}}]""";
    private static final String ALONE = """
            "MetricName": "TargetResponseTime", "ExtendedStatistic": "p99.9", "Period": 300, "Threshold": 2,
            "EvaluationPeriods": 5, "DatapointsToAlarm": 4, "TreatMissingData": "ignore", "AlarmName": "slow",
            "ComparisonOperator": "GreaterThanOrEqualToThreshold",
            """ + OF_A;

    private static Template template(String properties) {
        String text = """
                {"Resources": {
                  "LB": {"Type": "AWS::ElasticLoadBalancingV2::LoadBalancer"},
                  "A": {"Type": "AWS::ElasticLoadBalancingV2::TargetGroup"},
                  "Asks": {"Type": "AWS::AutoScaling::AutoScalingGroup", "UpdatePolicy": {"AutoScalingInstanceRefresh":
                    {"Preferences": {"AlarmSpecification": {"Alarms": [{"Ref": "It"}]}}}}},
                  "It": {"Type": "AWS::CloudWatch::Alarm", "Properties": {%s}}}}""".formatted(properties);
        return new TemplateReader(Map.of()).parse(text, "a.json");
    }

    private static Object read(String properties) {
        return StackReader.read(template(properties)).resources().get("It");
    }

    @Test
    void anAlarmOnOneMetricIsRead() {
        AlarmModel.Metric metric = new AlarmModel.Metric("TargetResponseTime", "p99.9", "A");
        assertThat(read(ALONE))
                .isEqualTo(new AlarmModel(
                        "It",
                        "slow",
                        new AlarmModel.Value(Map.of("metric", metric), Map.of(), "metric"),
                        AlarmModel.Comparison.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
                        2,
                        Duration.ofSeconds(300),
                        new AlarmModel.Window(5, 4, "ignore")));
    }

    @Test
    void theMetricOrFormulaThatIsReturnedIsCompared() {
        String count = "{\"Id\": \"m\", \"ReturnData\": %s, \"MetricStat\": {\"Period\": 60, \"Stat\": \"Sum\","
                + " \"Metric\": {\"MetricName\": \"RequestCount\", " + OF_A + "}}}";
        String sum = "{\"Id\": \"e\", \"Expression\": \"m + 1\", \"ReturnData\": %s}";
        assertThat(returned(count.formatted(false), sum.formatted(true))).isEqualTo("e");
        assertThat(returned(sum.formatted(false), count.formatted(true))).isEqualTo("m");
    }

    @Test
    void twoAlarmsThatSayTheSameAreEqual() {
        String metrics =
                "\"Metrics\": [{\"Id\": \"e\", \"Expression\": \"1 + 1\", \"ReturnData\": true}], \"Threshold\": 1";
        assertThat(read(metrics)).isEqualTo(read(metrics));
        assertThat(read(metrics)).isNotEqualTo(read(metrics.replace("1 + 1", "1 + 2")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "Namespace": "AWS/EC2", "MetricName": "CPUUtilization", "Statistic": "Average" | CPUUtilization
                    "Namespace": "AWS/ApplicationELB", "MetricName": "ActiveConnectionCount", "Statistic": "Sum" | ActiveConnectionCount
                    "Namespace": "AWS/ApplicationELB", "MetricName": "RequestCount", "Statistic": "Sum", "Dimensions": [{"Name": "TargetGroup", "Value": "targetgroup/theirs/1"}] | RequestCount
                    "Namespace": "AWS/ApplicationELB", "MetricName": "RequestCount", "Statistic": "Sum", "Dimensions": [{"Name": "TargetGroup", "Value": {"Fn::GetAtt": ["A", "TargetGroupFullName"]}}] | RequestCount
                    "Namespace": "AWS/ApplicationELB", "MetricName": "RequestCount", "Statistic": "Sum", "Dimensions": [{"Name": "LoadBalancer", "Value": {"Fn::GetAtt": ["LB", "LoadBalancerName"]}}] | RequestCount
                    "Namespace": "AWS/ApplicationELB", "MetricName": "RequestCount", "Statistic": "Sum", "Dimensions": [{"Name": "LoadBalancer", "Value": {"Fn::GetAtt": ["LB", "LoadBalancerName"]}}, {"Name": "TargetGroup", "Value": {"Fn::GetAtt": ["A", "TargetGroupFullName"]}}] | RequestCount
                    "Namespace": "AWS/ApplicationELB", "MetricName": "RequestCount", "Statistic": "Sum", "Dimensions": [{"Name": "LoadBalancer", "Value": {"Fn::GetAtt": ["LB", "LoadBalancerFullName"]}}, {"Name": "TargetGroup", "Value": {"Fn::GetAtt": ["A", "TargetGroupName"]}}] | RequestCount
                    "Namespace": "AWS/ApplicationELB", "MetricName": "RequestCount", "Statistic": "Sum", "Dimensions": [{"Name": "LoadBalancer", "Value": {"Fn::GetAtt": ["LB", "LoadBalancerFullName"]}}, {"Name": "AvailabilityZone", "Value": "a"}, {"Name": "TargetGroup", "Value": {"Fn::GetAtt": ["A", "TargetGroupFullName"]}}] | RequestCount
                    """)
    void anAlarmOnAnythingElsePlaysNoPart(String properties, String metric) {
        assertThat(read(properties)).isEqualTo(AlarmModel.alwaysOk("It", ""));
        assertThat(StackReader.read(template(properties)).noPart())
                .isEqualTo(Map.of("AWS::CloudWatch::Alarm on " + metric, 1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "Expression": "ANOMALY_DETECTION_BAND(m, 2)" | ANOMALY_DETECTION_BAND
                    "Expression": "SEARCH('x', 'Sum')"           | is not supported
                    "Expression": "other / 2"                    | the alarm has no metric other
                    "Expression": "1 +"                          | the end
                    """)
    void aFormulaThatIsNotModelledIsRefusedByName(String expression, String message) {
        String metrics = "\"Metrics\": [{\"Id\": \"e\", \"ReturnData\": true, %s}]".formatted(expression);
        assertThatThrownBy(() -> read(metrics))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("AWS::CloudWatch::Alarm It in a.json")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    p99.9                         | TM(10%:90%)         | statistic TM(10%:90%)
                    TargetResponseTime            | RequestCount        | only Sum
                    GreaterThanOrEqualToThreshold | LessThanLowerThreshold | LessThanLowerThreshold
                    "ignore"                      | "maybe"             | TreatMissingData maybe
                    """)
    void whatElseIsNotModelledIsRefusedByName(String old, String other, String message) {
        assertThatThrownBy(() -> read(ALONE.replace(old, other)))
                .isInstanceOf(BadInputException.class)
                .satisfies(refused -> assertThat(refused.toString() + ((BadInputException) refused).hint())
                        .contains(message));
    }

    private static String returned(String... metrics) {
        return ((AlarmModel) read("\"Metrics\": [" + String.join(",", metrics) + "]"))
                .value()
                .returned();
    }
}
