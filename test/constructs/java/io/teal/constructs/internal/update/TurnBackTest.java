package io.teal.constructs.internal.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.constructs.OneFleetService;
import io.teal.constructs.RollingOptions;
import io.teal.constructs.SampleService;
import io.teal.constructs.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.assertions.Template;
import software.amazon.awscdk.services.autoscaling.CfnAutoScalingGroup;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.IAlarm;

/** What turns a rolling release back. */
@SuppressWarnings("unchecked")
class TurnBackTest {
    private static final String GROUP = "AWS::AutoScaling::AutoScalingGroup";
    private static final String RULE = "AWS::Events::Rule";
    private static final String MACHINE = "AWS::StepFunctions::StateMachine";

    private final Stack stack = new Stack(
            new App(AppProps.builder().outdir(SampleService.OUT).build()),
            "shop",
            StackProps.builder()
                    .env(Environment.builder()
                            .account("111122223333")
                            .region("eu-west-1")
                            .build())
                    .build());

    private OneFleetService service(IAlarm... alarms) {
        return OneFleetService.Builder.create(stack, "Orders")
                .serviceName("orders")
                .version(SampleService.ONE)
                .vpc(SampleService.existingVpc(stack))
                .delivery(SampleService.images())
                .way(Way.rolling(
                        RollingOptions.builder().alarms(List.of(alarms)).build()))
                .build();
    }

    private IAlarm alarm(String region, int number) {
        return Alarm.fromAlarmArn(
                stack, "Alarm" + number, "arn:aws:cloudwatch:" + region + ":111122223333:alarm:errors-" + number);
    }

    private static Map<String, Object> properties(Map<String, Object> resource) {
        return (Map<String, Object>) resource.get("Properties");
    }

    private static List<Object> alarms(Map<String, Object> rule) {
        return (List<Object>) ((Map<String, Object>) properties(rule).get("EventPattern")).get("resources");
    }

    @Test
    void theRefreshItselfKnowsNoAlarmsOrTheWayBackWouldNotStart() {
        service();
        assertThat(Template.fromStack(stack).findResources(GROUP).toString()).doesNotContain("AlarmSpecification");
    }

    @Test
    void anAlarmSpecificationByAnEscapeHatchIsRefused() {
        CfnAutoScalingGroup group =
                (CfnAutoScalingGroup) service().getAutoScalingGroup().getNode().getDefaultChild();
        group.addOverride(
                "UpdatePolicy.AutoScalingInstanceRefresh.Preferences.AlarmSpecification.Alarms", List.of("errors"));
        assertThatThrownBy(() -> Template.fromStack(stack))
                .hasMessageContaining(
                        "UpdatePolicy has AlarmSpecification, and Auto Scaling does not start the way back");
    }

    @Test
    void whateverTurnsAReleaseBackIsThereBeforeTheGroup() {
        service();
        Template template = Template.fromStack(stack);
        Map<String, Object> group =
                template.findResources(GROUP).values().iterator().next();
        assertThat((List<String>) group.get("DependsOn"))
                .containsAll(template.findResources(RULE).keySet())
                .containsAll(template.findResources(MACHINE).keySet());
    }

    @Test
    void everyAlarmIsInARuleAndNoRuleHasMoreThanFive() {
        service(IntStream.range(0, 8)
                .mapToObj(number -> alarm("eu-west-1", number))
                .toArray(IAlarm[]::new));
        List<Object> all = new ArrayList<>();
        Template.fromStack(stack).findResources(RULE).values().forEach(rule -> {
            assertThat(alarms(rule)).hasSizeLessThanOrEqualTo(5);
            all.addAll(alarms(rule));
        });
        assertThat(all)
                .hasSize(11)
                .doesNotHaveDuplicates()
                .contains("arn:aws:cloudwatch:eu-west-1:111122223333:alarm:errors-7");
    }

    @Test
    void anAlarmInAnotherRegionIsRefusedSinceNobodyWouldTell() {
        assertThatThrownBy(() -> service(alarm("us-east-1", 1)))
                .hasMessage("an alarm that turns a release back must be in its region, eu-west-1, got"
                        + " arn:aws:cloudwatch:us-east-1:111122223333:alarm:errors-1");
    }

    @Test
    void theMachineKnowsTheStackAndTheGroup() {
        service();
        Map<String, Object> machine = Template.fromStack(stack)
                .findResources(MACHINE)
                .values()
                .iterator()
                .next();
        assertThat((Map<String, Object>) properties(machine).get("DefinitionSubstitutions"))
                .containsEntry("Group", "shop-orders")
                .containsEntry("Stack", Map.of("Ref", "AWS::StackId"));
    }
}
