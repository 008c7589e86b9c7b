package io.teal.constructs.internal.cutover;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.constructs.SampleService;
import io.teal.release.Contract;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;

/** What answers CloudFormation for an execution that has ended without an answer. */
class SafetyNetTest {
    private final Template template = SampleService.both().template();

    private String only(String type) {
        return template.findResources(type).keySet().iterator().next();
    }

    @Test
    void theFunctionIsToldOfExecutionsOfItsMachineThatFailOrTimeOut() {
        template.hasResourceProperties(
                "AWS::Events::Rule",
                Map.of(
                        "EventPattern",
                        Match.objectLike(Map.of(
                                "source",
                                List.of("aws.states"),
                                "detail",
                                Map.of(
                                        "status",
                                        List.of("FAILED", "TIMED_OUT"),
                                        "stateMachineArn",
                                        List.of(Map.of(
                                                "Fn::GetAtt",
                                                List.of(only("AWS::StepFunctions::StateMachine"), "Arn")))))),
                        "Targets",
                        List.of(Match.objectLike(
                                Map.of("Arn", Map.of("Fn::GetAtt", List.of(only("AWS::Lambda::Function"), "Arn")))))));
    }

    @Test
    void thatRuleAndNoOtherMayCallIt() {
        template.hasResourceProperties(
                "AWS::Lambda::Permission",
                Map.of(
                        "Principal",
                        "events.amazonaws.com",
                        "SourceArn",
                        Map.of("Fn::GetAtt", List.of(only("AWS::Events::Rule"), "Arn"))));
    }

    /** And so before Shift, which waits for Preflight. */
    @Test
    void bothAreThereBeforeTheFirstRunAndLongerThanTheLast() {
        Map<String, Map<String, Object>> preflights = template.findResources(Contract.PREFLIGHT);
        assertThat((List<?>) preflights.values().iterator().next().get("DependsOn"))
                .asInstanceOf(InstanceOfAssertFactories.list(String.class))
                .contains(only("AWS::Events::Rule"), only("AWS::Lambda::Permission"));
    }
}
