package io.teal.rehearsal.aws.elb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.rehearsal.BadInputException;
import io.teal.rehearsal.aws.cloudformation.StackModel;
import io.teal.rehearsal.aws.cloudformation.StackReader;
import io.teal.rehearsal.aws.elb.ConditionModel.Part;
import io.teal.rehearsal.aws.elb.ConditionModel.Pattern;
import io.teal.rehearsal.template.TemplateReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesTest {
    private static final String FORWARD = """
            {"Type": "forward", "ForwardConfig": {"TargetGroups": [
              {"TargetGroupArn": {"Ref": "A"}, "Weight": 90}, {"TargetGroupArn": {"Ref": "B"}, "Weight": 10}]}}""";

    private static StackModel read(String conditions, String action) {
        String text = """
                {"Resources": {
                  "A": {"Type": "AWS::ElasticLoadBalancingV2::TargetGroup"},
                  "B": {"Type": "AWS::ElasticLoadBalancingV2::TargetGroup"},
                  "L": {"Type": "AWS::ElasticLoadBalancingV2::Listener", "Properties": {
                    "DefaultActions": [{"Type": "fixed-response", "FixedResponseConfig": {"StatusCode": "404"}}]}},
                  "R": {"Type": "AWS::ElasticLoadBalancingV2::ListenerRule", "Properties": {
                    "ListenerArn": {"Ref": "L"}, "Priority": 7, "Conditions": [%s], "Actions": [%s]}}}}""".formatted(conditions, action);
        return StackReader.read(new TemplateReader(Map.of()).parse(text, "a.json"));
    }

    @Test
    void listenerPriorityAndWeightsAreRead() {
        StackModel model = read("", FORWARD);
        RuleModel rule = model.rules().get("R");
        assertThat(rule.listener()).isEqualTo("L");
        assertThat(rule.priority()).isEqualTo(7);
        assertThat(model.weights("R")).isEqualTo(Map.of("A", 90, "B", 10));
        assertThat(model.noPart()).isEmpty();
    }

    @Test
    void anyActionOfAListenerIsOneOfARule() {
        String redirect =
                "{\"Type\": \"redirect\", \"RedirectConfig\": {\"StatusCode\": \"HTTP_301\", \"Path\": \"/new\"}}";
        ActionModel action = read("", redirect).rules().get("R").action();
        assertThat(action)
                .isEqualTo(new ActionModel.FixedResponse(
                        301, Map.of("Location", "#{protocol}://#{host}:#{port}/new?#{query}"), ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"Field": "path-pattern", "Values": ["/a/*"]}                                        | PATH   |    | /a/*
            {"Field": "path-pattern", "PathPatternConfig": {"Values": ["/a"]}}                   | PATH   |    | /a
            {"Field": "host-header", "HostHeaderConfig": {"Values": ["*.example.com"]}}          | HOST   |    | *.example.com
            {"Field": "http-header", "HttpHeaderConfig": {"HttpHeaderName": "X", "Values": ["1"]}} | HEADER | X  | 1
            {"Field": "http-request-method", "HttpRequestMethodConfig": {"Values": ["GET"]}}     | METHOD |    | GET
            """)
    void conditionsAreRead(String condition, Part part, String header, String value) {
        assertThat(read(condition, FORWARD).rules().get("R").conditions())
                .containsExactly(new ConditionModel(part, header == null ? "" : header, List.of(new Pattern(value))));
    }

    @Test
    void aParameterOfTheQueryMayHaveAnyName() {
        String condition = """
                {"Field": "query-string", "QueryStringConfig": {"Values": [{"Key": "k", "Value": "v"}, {"Value": "w"}]}}""";
        assertThat(read(condition, FORWARD).rules().get("R").conditions())
                .containsExactly(
                        new ConditionModel(Part.QUERY, "", List.of(new Pattern("k", "v"), new Pattern("*", "w"))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"Field": "source-ip", "SourceIpConfig": {"Values": ["10.0.0.0/8"]}}    | condition source-ip
                    {"Field": "path-pattern", "PathPatternConfig": {"RegexValues": ["a+"]}} | RegexValues
                    {"Field": "path-pattern", "RegexValues": ["a+"]}                        | RegexValues
                    """)
    void aConditionThatIsNotModelledIsRefusedByName(String condition, String message) {
        assertThatThrownBy(() -> read(condition, FORWARD))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("AWS::ElasticLoadBalancingV2::ListenerRule R in a.json")
                .hasMessageContaining(message);
    }
}
