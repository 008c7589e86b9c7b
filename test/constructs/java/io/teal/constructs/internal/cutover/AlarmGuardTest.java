package io.teal.constructs.internal.cutover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.constructs.CutoverOptions;
import io.teal.constructs.SampleService;
import io.teal.release.Contract;
import io.teal.release.InvalidValueException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;

/** What wakes the guard, in the template. */
class AlarmGuardTest {
    private static SampleService guarded(SampleService service) {
        return service.with((stack, props) ->
                props.cutover(CutoverOptions.builder().guard(Duration.hours(24)).build()));
    }

    private static long rules(Template template) {
        return template.findResources("AWS::Events::Rule").keySet().stream()
                .filter(id -> id.contains("Guard"))
                .count();
    }

    @Test
    void aRuleOnEachAlarmAndAScheduleCallTheFunctionForThisService() {
        Template template = guarded(SampleService.both()).template();
        assertThat(rules(template)).isEqualTo(3);
        template.hasResourceProperties(
                "AWS::Events::Rule",
                Map.of(
                        "ScheduleExpression",
                        "rate(5 minutes)",
                        "Targets",
                        List.of(Match.objectLike(Map.of("Input", Match.anyValue())))));
        assertThat(template.findResources("AWS::Events::Rule").toString())
                .contains("CloudWatch Alarm State Change", "{\"guard\":{\"", "AWS::StackId");
        assertThat(template.findResources("AWS::Lambda::Permission")).hasSize(1 + 3);
        assertThat(alarmsHeard(template))
                .isEqualTo(template.findResources("AWS::CloudWatch::Alarm").size());
        template.hasResourceProperties(Contract.SHIFT, Map.of("Guard", "86400"));
        template.hasResourceProperties(Contract.PREFLIGHT, Map.of("Guard", "86400"));
    }

    private static int alarmsHeard(Template template) {
        return template.findResources("AWS::Events::Rule").entrySet().stream()
                .filter(rule -> rule.getKey().contains("GuardAlarms"))
                .mapToInt(rule -> ((List<?>)
                                ((Map<?, ?>) ((Map<?, ?>) rule.getValue().get("Properties")).get("EventPattern"))
                                        .get("resources"))
                        .size())
                .sum();
    }

    @Test
    void thereIsNothingToWakeItWithoutAStandbyOrWithoutTheOption() {
        assertThat(rules(guarded(SampleService.blueOnly()).template())).isZero();
        assertThat(rules(SampleService.both().template())).isZero();
        assertThat(SampleService.both().template().toJSON().toString()).doesNotContain(" Guard=");
    }

    @ParameterizedTest
    @ValueSource(ints = {299, 30 * 86_400 + 1})
    void aTimeOutOfItsRangeIsRefused(int seconds) {
        CutoverOptions.Builder options = CutoverOptions.builder().guard(Duration.seconds(seconds));
        assertThatThrownBy(options::build)
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("guard");
    }
}
