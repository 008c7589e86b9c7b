package io.teal.constructs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.teal.release.Color;
import io.teal.release.Release;
import io.teal.release.ReleaseRequest;
import io.teal.release.SchemaStep;
import io.teal.release.Slot;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Stack;
import software.constructs.Construct;

class ReleaseOutputsTest {
    /** Prints the words a command is given, one a line, instead of running it. */
    private static final String PRINT_WORDS = "aws() { printf '%s\\n' \"$@\"; }; ";

    @Test
    void everyServiceSaysWhatItRunsAndWhereItIs() {
        SynthTemplate template = SampleService.blueOnly().synth();
        assertThat(template.outputs())
                .containsOnlyKeys(
                        "OrdersActiveColor",
                        "OrdersUrl",
                        "OrdersProductionListener",
                        "OrdersWatchCommand",
                        "OrdersStateMachine",
                        "OrdersBlueVersion",
                        "OrdersBluePreviewUrl",
                        "OrdersBlueTargetGroup",
                        "OrdersRollbackToBlueCommand",
                        "OrdersGreenVersion",
                        "OrdersGreenPreviewUrl",
                        "OrdersGreenTargetGroup");
        assertThat(value(template, "ActiveColor")).isEqualTo("blue");
        assertThat(value(template, "BlueVersion")).isEqualTo("1.0.0");
    }

    @Test
    void aColorWithoutAFleetRunsNoneOrIsUnsaid() {
        Release retired = new Release(Color.BLUE, Slot.runs(SampleService.ONE), Slot.EMPTY, 0);
        Release unsaid = new Release(Color.BLUE, Slot.runs(SampleService.ONE), Slot.UNSAID, 0);
        assertThat(value(SampleService.of(retired).synth(), "GreenVersion")).isEqualTo("none");
        assertThat(value(SampleService.of(unsaid).synth(), "GreenVersion")).isEqualTo("unsaid");
    }

    @Test
    void aColorThatTheContractedSchemaDoesNotFitHasNoCommandThatGivesItAllTraffic() {
        ReleaseRequest contracted = ReleaseRequest.of(Release.first(Color.BLUE, SampleService.ONE)
                        .start(SampleService.TWO)
                        .promote())
                .with(SchemaStep.CONTRACTED);
        SynthTemplate template = SampleService.of(contracted.release())
                .with((stack, props) -> props.release(contracted))
                .synth();
        assertThat(template.outputs())
                .containsKey("OrdersRollbackToGreenCommand")
                .doesNotContainKey("OrdersRollbackToBlueCommand");
        assertThat(template.properties("OrdersCutoverShift")).containsEntry("SchemaStep", "CONTRACTED");
        assertThat(template.properties("OrdersCutoverPreflight")).containsEntry("SchemaStep", "CONTRACTED");
    }

    @ParameterizedTest
    @CsvSource({"false, http, 8081, 8082", "true, https, 8081, 8082"})
    void urlsSpeakWhatTheListenersSpeak(boolean https, String scheme, int blue, int green) {
        SampleService service = SampleService.blueOnly();
        SynthTemplate template = https ? service.https().synth() : service.synth();
        String host = scheme + "://" + template.id("OrdersTrafficLoadBalancer") + ".DNSName";
        assertThat(value(template, "Url")).isEqualTo(host);
        assertThat(value(template, "BluePreviewUrl")).isEqualTo(host + ":" + blue);
        assertThat(value(template, "GreenPreviewUrl")).isEqualTo(host + ":" + green);
    }

    @Test
    void aColorWithAFleetHasACommandThatGivesItAllTraffic() throws JsonProcessingException {
        SynthTemplate template = SampleService.both().synth();
        List<String> words = words(value(template, "RollbackToBlueCommand"));
        assertThat(words.subList(0, 7))
                .containsExactly(
                        "elbv2",
                        "modify-listener",
                        "--region",
                        "region",
                        "--listener-arn",
                        "arn-of-OrdersTrafficLoadBalancerProduction",
                        "--default-actions");
        assertThat(words).hasSize(8);
        assertThat(forwards(words.get(7)))
                .containsExactly("arn-of-OrdersTrafficBlueTargets=100", "arn-of-OrdersTrafficGreenTargets=0");
        assertThat(forwards(words(value(template, "RollbackToGreenCommand")).get(7)))
                .containsExactly("arn-of-OrdersTrafficBlueTargets=0", "arn-of-OrdersTrafficGreenTargets=100");
    }

    @Test
    void theCommandOfTheActiveColorWritesWhatTheTemplateWrites() throws JsonProcessingException {
        SynthTemplate template = SampleService.blueOnly().https().synth();
        String actions = new ObjectMapper()
                .writeValueAsString(template.property("OrdersTrafficLoadBalancerProduction", "DefaultActions"))
                .replaceAll("\\{\"Fn::GetAtt\":\\[\"OrdersCutoverShift\\w+\",\"BlueWeight\"]}", "100")
                .replaceAll("\\{\"Fn::GetAtt\":\\[\"OrdersCutoverShift\\w+\",\"GreenWeight\"]}", "0")
                .replaceAll("\\{\"Ref\":\"(\\w+)[0-9A-F]{8}\"}", "\"arn-of-$1\"");
        JsonNode written = new ObjectMapper()
                .readTree(words(value(template, "RollbackToBlueCommand")).get(7));
        assertThat(written).isEqualTo(new ObjectMapper().readTree(actions));
    }

    @Test
    void theWatchCommandShowsWeightsAndTheHealthOfBothColors() {
        List<String> words = words(value(SampleService.both().synth(), "WatchCommand"));
        assertThat(words)
                .containsSubsequence(
                        "describe-listeners",
                        "arn-of-OrdersTrafficLoadBalancerProduction",
                        "describe-target-health",
                        "arn-of-OrdersTrafficBlueTargets",
                        "describe-target-health",
                        "arn-of-OrdersTrafficGreenTargets");
        assertThat(words)
                .contains("TargetHealthDescriptions[].[`blue`,Target.Id,TargetHealth.State,TargetHealth.Reason]");
    }

    @Test
    void servicesOfOneStackHaveNamesOfTheirOwn() {
        Stack stack =
                new Stack(new App(AppProps.builder().outdir(SampleService.OUT).build()), SampleService.STACK);
        for (String team : List.of("Red", "Gold")) {
            Construct group = new Construct(stack, team);
            new BlueGreenService(
                    group,
                    "web-shop",
                    BlueGreenServiceProps.builder()
                            .serviceName(team.toLowerCase(Locale.ROOT))
                            .release(Release.first(Color.BLUE, SampleService.ONE))
                            .vpc(SampleService.existingVpc(group))
                            .delivery(SampleService.images())
                            .build());
        }
        assertThat(SynthTemplate.of(stack).outputs()).containsKeys("RedwebshopUrl", "GoldwebshopUrl");
    }

    private static String value(SynthTemplate template, String output) {
        return Intrinsics.resolve(template.outputs().get("Orders" + output).get("Value"));
    }

    private static List<String> words(String command) {
        Shell.Result result = Shell.run(PRINT_WORDS + command);
        assertThat(result.code()).isZero();
        return result.output().lines().toList();
    }

    /** The target groups and weights of a forward action, in the order they are written. */
    private static List<String> forwards(String actions) throws JsonProcessingException {
        JsonNode action = new ObjectMapper().readTree(actions).get(0);
        assertThat(action.get("Type").asText()).isEqualTo("forward");
        JsonNode groups = action.get("ForwardConfig").get("TargetGroups");
        return groups.valueStream()
                .map(group -> group.get("TargetGroupArn").asText() + "="
                        + group.get("Weight").asInt())
                .toList();
    }
}
