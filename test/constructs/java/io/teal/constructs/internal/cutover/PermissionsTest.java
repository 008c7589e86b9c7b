package io.teal.constructs.internal.cutover;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.constructs.CutoverOptions;
import io.teal.constructs.SampleService;
import io.teal.constructs.SynthTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.FunctionAttributes;
import software.amazon.awscdk.services.lambda.IFunction;

/** What the function and the machine may do: this service's only, wherever AWS can say so. */
@SuppressWarnings("unchecked")
class PermissionsTest {
    private static final String ROLE = "OrdersCutoverMachineryFunctionRole";

    @Test
    void whatIsAllowedOnEverythingOnlyReadsAndIsExactlyThis() {
        assertThat(byAction(SampleService.both().synth(), ROLE).entrySet().stream()
                        .filter(entry -> entry.getValue().equals("*"))
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrder(
                        "autoscaling:DescribeAutoScalingGroups",
                        "autoscaling:DescribeScalingActivities",
                        "cloudwatch:DescribeAlarms",
                        "cloudwatch:GetMetricData",
                        "elasticloadbalancing:DescribeListeners",
                        "elasticloadbalancing:DescribeRules",
                        "elasticloadbalancing:DescribeTargetHealth");
    }

    @Test
    void whatChangesSomethingNamesThisService() {
        Map<String, String> allowed = byAction(SampleService.both().synth(), ROLE);
        assertThat(allowed.get("autoscaling:SetDesiredCapacity"))
                .contains("autoScalingGroupName/shop-orders-blue", "autoScalingGroupName/shop-orders-green")
                .isEqualTo(allowed.get("autoscaling:CreateOrUpdateTags"));
        assertThat(allowed.get("elasticloadbalancing:ModifyListener")).contains("listener/", "LoadBalancerFullName");
        assertThat(allowed.get("states:StartExecution")).contains("stateMachine:shop-orders-release");
        assertThat(allowed.get("states:StopExecution")).contains("execution:shop-orders-release:*");
        assertThat(allowed.get("cloudformation:DescribeStacks")).contains("AWS::StackId");
    }

    @Test
    void nothingElseIsAllowed() {
        assertThat(byAction(SampleService.both().synth(), ROLE).keySet().stream()
                        .filter(action -> !action.contains(":Describe")))
                .containsExactlyInAnyOrder(
                        "autoscaling:CreateOrUpdateTags",
                        "autoscaling:SetDesiredCapacity",
                        "cloudwatch:GetMetricData",
                        "elasticloadbalancing:ModifyListener",
                        "logs:CreateLogStream",
                        "logs:PutLogEvents",
                        "states:ListExecutions",
                        "states:StartExecution",
                        "states:StopExecution");
    }

    @Test
    void previewsAreTakenOutByName() {
        SynthTemplate template = SampleService.both().synth();
        assertThat(statements(template, ROLE))
                .filteredOn(statement -> statement.get("Effect").equals("Deny"))
                .singleElement()
                .satisfies(denied -> assertThat(denied)
                        .containsEntry("Action", "elasticloadbalancing:ModifyListener")
                        .containsEntry(
                                "Resource",
                                List.of(
                                        Map.of("Ref", template.id("OrdersTrafficLoadBalancerBluePreview")),
                                        Map.of("Ref", template.id("OrdersTrafficLoadBalancerGreenPreview")))));
    }

    @Test
    void aGroupIsTaggedAsPromotedOnly() {
        assertThat(statements(SampleService.both().synth(), ROLE))
                .filteredOn(statement -> statement.get("Action").equals("autoscaling:CreateOrUpdateTags"))
                .singleElement()
                .extracting(statement -> statement.get("Condition"))
                .isEqualTo(Map.of(
                        "ForAllValues:StringEquals",
                        Map.of("aws:TagKeys", List.of("teal:promoted")),
                        "Null",
                        Map.of("aws:TagKeys", "false")));
    }

    @Test
    void theMachineCallsTheFunctionAndTheUsersOwnOnly() {
        SynthTemplate template = SampleService.both()
                .with((stack, props) -> props.cutover(
                        CutoverOptions.builder().hook(function(stack, "smoke")).build()))
                .synth();
        Map<String, String> allowed = byAction(template, "OrdersCutoverMachineryMachineRole");
        assertThat(allowed).containsOnlyKeys("lambda:InvokeFunction");
        assertThat(allowed.get("lambda:InvokeFunction")).contains("OrdersCutoverMachineryFunction", ":function:smoke");
    }

    private static IFunction function(software.constructs.Construct scope, String name) {
        return Function.fromFunctionAttributes(
                scope,
                name,
                FunctionAttributes.builder()
                        .functionArn("arn:aws:lambda:eu-west-1:111111111111:function:" + name)
                        .sameEnvironment(true)
                        .build());
    }

    /** What each action is allowed on. */
    private static Map<String, String> byAction(SynthTemplate template, String role) {
        Map<String, String> allowed = new TreeMap<>();
        for (Map<String, Object> one : statements(template, role)) {
            if (one.get("Effect").equals("Allow")) {
                actions(one)
                        .forEach(action ->
                                allowed.put(action, one.get("Resource").toString()));
            }
        }
        return allowed;
    }

    private static List<Map<String, Object>> statements(SynthTemplate template, String role) {
        List<Map<String, Object>> statements = new ArrayList<>();
        for (Object policy : (List<Object>) template.property(role, "Policies")) {
            Map<String, Object> document = (Map<String, Object>) ((Map<String, Object>) policy).get("PolicyDocument");
            statements.addAll((List<Map<String, Object>>) document.get("Statement"));
        }
        return statements;
    }

    private static List<String> actions(Map<String, Object> statement) {
        Object actions = statement.get("Action");
        return actions instanceof List<?> list ? new ArrayList<>((List<String>) list) : List.of(actions.toString());
    }
}
