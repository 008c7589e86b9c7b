package io.teal.rehearsal.aws.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.rehearsal.BadInputException;
import io.teal.rehearsal.Remark;
import io.teal.rehearsal.aws.eventbridge.GuardEventRule;
import io.teal.rehearsal.template.TemplateReader;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rules of EventBridge that wake the guard of a service, as a template has them. */
class GuardEventReaderTest {
    private static final String HEARS = """
            "EventPattern": {"source": ["aws.cloudwatch"], "detail-type": ["CloudWatch Alarm State Change"],
              "detail": {"state": {"value": ["ALARM"]}},
              "resources": [{"Fn::GetAtt": ["Errors", "Arn"]}, "arn:aws:cloudwatch:eu-west-1:111111111111:alarm:mine"]}""";
    private static final String PERMISSION = """
            , "May": {"Type": "AWS::Lambda::Permission", "Properties": {"Action": "lambda:InvokeFunction",
              "FunctionName": {"Fn::GetAtt": ["Function", "Arn"]}, "Principal": "events.amazonaws.com",
              "SourceArn": {"Fn::GetAtt": ["Wakes", "Arn"]}}}""";

    private static StackModel model(String properties, String input, String more) {
        String text = """
                {"Resources": {
                  "Function": {"Type": "AWS::Lambda::Function", "Properties": {"Handler": "io.teal.runtime.function.Handler"}},
                  "Wakes": {"Type": "AWS::Events::Rule", "Properties": {%s,
                    "Targets": [{"Arn": {"Fn::GetAtt": ["Function", "Arn"]}, "Input": %s}]}}
                  %s}}""".formatted(properties, input, more);
        return StackReader.read(new TemplateReader(Map.of()).parse(text, "a.json"));
    }

    private static StackModel guard(String properties, String more) {
        String input = """
                {"Fn::Join": ["", ["{\\"guard\\":{\\"machine\\":\\"", {"Ref": "Machine"}, "\\",\\"stack\\":\\"",
                  {"Ref": "AWS::StackId"}, "\\"}}"]]}""";
        return model(
                properties,
                input,
                ", \"Machine\": {\"Type\": \"AWS::StepFunctions::StateMachine\", \"Properties\": {}}" + more);
    }

    private static GuardEventRule only(StackModel model) {
        return model.all(GuardEventRule.class).get("Wakes");
    }

    @Test
    void aRuleOnAlarmsHearsOfThoseThatItNames() {
        GuardEventRule rule = only(guard(HEARS, PERMISSION));
        assertThat(rule.alarms()).containsExactly("Errors", "mine");
        assertThat(rule.every()).isEmpty();
        assertThat(rule.silent()).isEmpty();
        assertThat(rule.service().machine()).isEqualTo("ref:Machine");
    }

    @Test
    void aScheduleIsReadInItsUnit() {
        assertThat(only(guard("\"ScheduleExpression\": \"rate(5 minutes)\"", PERMISSION))
                        .every())
                .contains(Duration.ofMinutes(5));
        assertThat(only(guard("\"ScheduleExpression\": \"rate(1 hour)\"", PERMISSION))
                        .every())
                .contains(Duration.ofHours(1));
    }

    @Test
    void aScheduleThatCannotBeReadIsNamed() {
        StackModel model = guard("\"ScheduleExpression\": \"cron(0 20 * * ? *)\"", PERMISSION);
        assertThat(only(model).every()).isEmpty();
        assertThat(model.remarks())
                .extracting(Remark::line)
                .contains("not judged: ScheduleExpression 'cron(0 20 * * ? *)' of Wakes");
    }

    @Test
    void withoutAPermissionOfTheFunctionNothingIsWoken() {
        assertThat(only(guard(HEARS, "")).silent()).contains("no AWS::Lambda::Permission lets it invoke the function");
        assertThat(only(guard(HEARS, PERMISSION.replace("\"Wakes\"", "\"Function\"")))
                        .silent())
                .isPresent();
        assertThat(only(guard(HEARS, PERMISSION.replace("events.", "sns."))).silent())
                .isPresent();
    }

    @Test
    void aRuleThatIsDisabledWakesNobody() {
        assertThat(only(guard(HEARS + ", \"State\": \"DISABLED\"", PERMISSION)).silent())
                .contains("it is disabled");
        assertThatThrownBy(() -> guard(HEARS + ", \"State\": \"on\"", PERMISSION))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("State must be ENABLED or DISABLED");
    }

    @Test
    void aRuleThatWakesNoGuardPlaysNoPart() {
        StackModel model = model(HEARS, "\"{}\"", PERMISSION);
        assertThat(only(model)).isNull();
        assertThat(model.noPart()).containsEntry("AWS::Events::Rule", 1);
    }
}
