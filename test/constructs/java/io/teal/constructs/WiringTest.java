package io.teal.constructs;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.constructs.internal.lastlook.TemplateGraph;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;

/** The order CloudFormation is made to keep, whatever is switched on. */
class WiringTest {
    private static final String PRODUCTION = "OrdersTrafficLoadBalancerProduction";
    private static final String PREFLIGHT = "OrdersCutoverPreflight";
    private static final String SHIFT = "OrdersCutoverShift";
    private static final Map<Wiring, SynthTemplate> TEMPLATES = new LinkedHashMap<>();

    @Test
    void nothingWaitsForItself() {
        eachWiring((wiring, template) -> assertThat(template.graph().cycle()).isEmpty());
    }

    @Test
    void weightsWaitForEveryFleet() {
        eachWiring((wiring, template) ->
                assertThat(unguarded(wiring, template)).as("%s", wiring).isEmpty());
    }

    @Test
    void aTemplateWithoutItsDependsOnIsFoundUnguarded() {
        // Given
        Wiring wiring = Wiring.everything();
        SynthTemplate template = wiring.synth().copy();
        // When
        template.resource(SHIFT).remove("DependsOn");
        // Then
        assertThat(unguarded(wiring, template))
                .containsExactlyInAnyOrder(
                        "OrdersBlueGroupASG",
                        "OrdersBlueGroupScalingPolicyCpu",
                        "OrdersCodeDeployBlue",
                        "OrdersCutoverInstallBlue",
                        "OrdersGreenGroupASG",
                        "OrdersGreenGroupScalingPolicyCpu",
                        "OrdersCodeDeployGreen",
                        "OrdersCutoverInstallGreen");
    }

    @Test
    void eachWaitsByNameAndNotByReferenceOnly() {
        eachWiring((wiring, template) -> {
            String why = wiring + ": CloudFormation may go on before what a bare reference names is complete";
            assertThat(template.dependsOn(PRODUCTION)).as(why).contains(SHIFT);
            assertThat(template.dependsOn(SHIFT)).as(why).contains(PREFLIGHT).containsAll(parts(wiring));
            for (String color : wiring.colors()) {
                assertThat(template.dependsOn("Orders" + color + "GroupASG"))
                        .as(why)
                        .contains(PREFLIGHT);
                assertThat(template.graph()
                                .waits(template.id(PREFLIGHT), template.id("Orders" + color + "LaunchTemplate")))
                        .as(why)
                        .isTrue();
            }
        });
    }

    @Test
    void shiftWaitsForThePreviewListenersAndTheAlarmsOfBothColors() {
        eachWiring((wiring, template) -> assertThat(template.dependsOn(SHIFT))
                .as("%s", wiring)
                .contains(
                        "OrdersTrafficLoadBalancerBluePreview",
                        "OrdersTrafficLoadBalancerGreenPreview",
                        "OrdersCutoverBlueHealthErrors",
                        "OrdersCutoverGreenHealthLatency",
                        "OrdersCutoverGreenHealthUnhealthyHosts"));
    }

    @Test
    void whatAnswersIsThereBeforeItIsAskedAndUntilItWasAskedLast() {
        eachWiring((wiring, template) -> {
            TemplateGraph graph = template.graph();
            for (String part : List.of("Function", "FunctionRole", "Machine", "MachineRole", "Log")) {
                String id = template.id("OrdersCutoverMachinery" + part);
                assertThat(graph.waits(template.id(PREFLIGHT), id))
                        .as("%s: %s", wiring, part)
                        .isTrue();
            }
        });
    }

    @Test
    void preflightAndShiftAreToldTheSame() {
        eachWiring((wiring, template) ->
                assertThat(template.properties(PREFLIGHT)).as("%s", wiring).isEqualTo(template.properties(SHIFT)));
    }

    @Test
    void fleetsBootFromWhatPreflightSaysAndWeightsAreWhatShiftSays() {
        eachWiring((wiring, template) -> {
            String text = template.properties(PRODUCTION).get("DefaultActions").toString();
            for (String color : List.of("Blue", "Green")) {
                assertThat(text).contains("Weight={Fn::GetAtt=[" + template.id(SHIFT) + ", " + color + "Weight]}");
            }
            for (String color : wiring.colors()) {
                assertThat(template.properties("Orders" + color + "GroupASG").toString())
                        .contains("Version={Fn::GetAtt=[" + template.id(PREFLIGHT) + ", " + color
                                + "LaunchTemplateVersion]}");
            }
        });
    }

    @Test
    void aFleetWaitsForWhatChecksItsHealth() {
        eachWiring((wiring, template) -> wiring.colors()
                .forEach(color -> assertThat(template.dependsOn("Orders" + color + "GroupASG"))
                        .as("%s", wiring)
                        .contains(
                                "OrdersTrafficLoadBalancer" + color + "Preview",
                                "OrdersTrafficIntoFleets",
                                "OrdersTrafficToFleets")));
    }

    @Test
    void aTargetGroupIsCheckedBeforeAndWithoutItsFleet() {
        eachWiring((wiring, template) -> {
            TemplateGraph graph = template.graph();
            for (String color : List.of("Blue", "Green")) {
                String preview = template.id("OrdersTrafficLoadBalancer" + color + "Preview");
                assertThat(graph.waits(preview, template.id("OrdersTraffic" + color + "Targets")))
                        .isTrue();
                assertThat(template.ids("AutoScaling::AutoScalingGroup"))
                        .as("%s", wiring)
                        .noneMatch(fleet -> graph.waits(preview, fleet));
            }
        });
    }

    @Test
    void nothingButTheRedirectWaitsForTheProductionListener() {
        eachWiring((wiring, template) -> {
            TemplateGraph graph = template.graph();
            String production = template.id(PRODUCTION);
            assertThat(template.resources().keySet())
                    .as("%s", wiring)
                    .filteredOn(id -> graph.waits(id, production))
                    .allMatch(id -> id.contains("Redirect"));
        });
    }

    @Test
    void featureFlagsChangeNoOrder() {
        Wiring wiring = Wiring.everything();
        SynthTemplate template = wiring.service().newVpc().withFeatureFlags().synth();
        assertThat(template.graph().cycle()).isEmpty();
        assertThat(unguarded(wiring, template)).isEmpty();
    }

    /** What of a fleet may still be on its way when the weights are written. */
    private static List<String> unguarded(Wiring wiring, SynthTemplate template) {
        TemplateGraph graph = template.graph();
        String production = template.id(PRODUCTION);
        return parts(wiring).stream()
                .filter(part -> !graph.waits(production, template.id(part)))
                .toList();
    }

    private static List<String> parts(Wiring wiring) {
        List<String> parts = new ArrayList<>();
        for (String color : wiring.colors()) {
            parts.add("Orders" + color + "GroupASG");
            parts.add("Orders" + color + "GroupScalingPolicyCpu");
            if (wiring.codeDeploy()) {
                parts.add("OrdersCodeDeploy" + color);
                parts.add("OrdersCutoverInstall" + color);
            }
        }
        return parts;
    }

    private static void eachWiring(BiConsumer<Wiring, SynthTemplate> check) {
        if (TEMPLATES.isEmpty()) {
            synthesizeAll();
        }
        TEMPLATES.forEach(check);
    }

    /** In one app: many stacks at once take half the time of as many apps. */
    private static void synthesizeAll() {
        App app = new App(AppProps.builder().outdir(SampleService.OUT).build());
        Map<Wiring, BlueGreenService> services = new LinkedHashMap<>();
        for (Wiring wiring : Wiring.all()) {
            services.put(wiring, wiring.service().service(app, "stack" + services.size()));
        }
        services.forEach((wiring, service) -> TEMPLATES.put(wiring, SynthTemplate.of(service)));
    }
}
