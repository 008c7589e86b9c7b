package io.teal.constructs.testing;

import static io.teal.constructs.testing.TealAssertions.assertThat;
import static io.teal.constructs.testing.TealAssertions.assertThatTemplate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.constructs.SampleService;
import io.teal.constructs.SynthTemplate;
import io.teal.release.Color;
import io.teal.release.Release;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.InstanceType;

class TealAssertionsTest {
    private static final Release RELEASE = Release.first(Color.BLUE, SampleService.ONE)
            .start(SampleService.TWO)
            .rest(10);
    private static final SynthTemplate GOOD = SampleService.of(RELEASE).synth();

    private SynthTemplate template;

    @BeforeEach
    void takeAFreshTemplate() {
        template = GOOD.copy();
    }

    @Test
    void aGoodTemplatePasses() {
        assertThatTemplate(template.json())
                .settlesOn(RELEASE)
                .runs(Color.GREEN, "2.0.0")
                .givesTraffic(90, 10)
                .hasCapacity(Color.BLUE, 2, 8)
                .bootsFrom(Color.BLUE, Map.of("InstanceType", "t3.small"))
                .updatesFleetsBeforeWeights()
                .updatesBefore(template.id("OrdersBlueGroupASG"), template.id("OrdersTrafficLoadBalancerProduction"));
    }

    @Test
    void aStackAndATemplateOfTheCdkWillDoToo() {
        Stack stack = Stack.of(SampleService.blueOnly().service());
        assertThat(stack).runs(Color.BLUE, "1.0.0").hasNoFleet(Color.GREEN).givesTraffic(100, 0);
        assertThat(SampleService.blueOnly().template()).hasNoFleet(Color.GREEN);
    }

    @Test
    void itStandsBesideAssertJsOwn() {
        assertThat(GOOD.resources()).isNotEmpty();
        assertThat(GOOD.json()).containsKey("Resources");
        assertThatTemplate(GOOD.json()).as("orders").runs(Color.BLUE, "1.0.0");
    }

    @Test
    void anotherReleaseFails() {
        fails(
                it -> it.settlesOn(RELEASE.promote()),
                "expected blue and green to get 0 and 100, but <Production> gives 90 and 10");
        fails(
                it -> it.settlesOn(Release.first(Color.BLUE, SampleService.ONE)),
                "expected no fleet on green, but there is [OrdersGreenGroupASG]");
        fails(it -> it.runs(Color.BLUE, "2.0.0"), "expected blue to run 2.0.0, but it runs 1.0.0");
    }

    @Test
    void aColorWithoutAFleetRunsNothing() {
        template.resources().remove(template.id("OrdersGreenGroupASG"));
        fails(it -> it.runs(Color.GREEN, "2.0.0"), "expected one fleet on green, but there are []");
    }

    @Test
    void weightsAreReadByColorAndNotByPlace() {
        // Given
        List<Object> groups = groups();
        // When
        groups.add(groups.remove(0));
        // Then
        assertThatTemplate(template.json()).givesTraffic(90, 10);
    }

    @Test
    void fleetsThatRegisterWithEachOthersTargetsFail() {
        // Given
        Object blue = template.properties("OrdersBlueGroupASG").get("TargetGroupARNs");
        Object green = template.properties("OrdersGreenGroupASG").get("TargetGroupARNs");
        // When
        template.properties("OrdersBlueGroupASG").put("TargetGroupARNs", green);
        template.properties("OrdersGreenGroupASG").put("TargetGroupARNs", blue);
        // Then
        fails(
                it -> it.givesTraffic(90, 10),
                "expected blue and green to get 90 and 10, but <Production> gives 10 and 90");
    }

    @Test
    void aWeightThatIsNotWrittenFails() {
        weightOf(1).remove("Weight");
        fails(
                it -> it.givesTraffic(100, 0),
                "expected blue and green to get 100 and 0, but <Production> gives 90 and nothing");
    }

    @Test
    void aListenerThatSharesNothingFails() {
        template.resources().remove(template.id("OrdersTrafficLoadBalancerProduction"));
        fails(
                it -> it.givesTraffic(90, 10),
                "expected a listener that shares traffic between the colours, but there is none");
    }

    @Test
    void otherSizesFail() {
        fails(it -> it.hasCapacity(Color.BLUE, 1, 8), "expected blue to have 1 to 8 hosts, but it has 2 to 8");
        template.properties("OrdersBlueGroupASG").put("DesiredCapacity", "4");
        fails(
                it -> it.hasCapacity(Color.BLUE, 2, 8),
                "expected no DesiredCapacity on blue: every deploy would reset a scaled fleet to it");
    }

    @Test
    void anotherLaunchTemplateFails() {
        fails(
                it -> it.bootsFrom(Color.BLUE, Map.of("InstanceType", "m5.large")),
                "expected blue to boot from {InstanceType=m5.large}, but in OrdersBlueLaunchTemplate: "
                        + "Expected m5.large but received t3.small at /InstanceType (using objectLike matcher)");
        template.properties("OrdersBlueGroupASG").remove("LaunchTemplate");
        fails(
                it -> it.bootsFrom(Color.BLUE, Map.of()),
                "expected blue to boot from a launch template of this template, but OrdersBlueGroupASG does not");
    }

    @Test
    void aLaunchTemplateIsFoundBehindSeveralInstanceTypes() {
        SynthTemplate mixed = SampleService.blueOnly()
                .fleet(options -> options.instanceTypes(new InstanceType("m5.large"), new InstanceType("m5a.large")))
                .synth();
        assertThatTemplate(mixed.json()).bootsFrom(Color.BLUE, Map.of("InstanceType", "m5.large"));
    }

    @Test
    void weightsThatWaitForNothingFail() {
        template.resource("OrdersCutoverShift").remove("DependsOn");
        fails(
                ServiceTemplateAssert::updatesFleetsBeforeWeights,
                "expected weights to wait for every fleet, but <Production> does not wait for OrdersBlueGroupASG,"
                        + " <Production> does not wait for OrdersGreenGroupASG");
    }

    @Test
    void aCycleFails() {
        template.resource("OrdersBlueLaunchTemplate")
                .put("DependsOn", List.of(template.id("OrdersTrafficLoadBalancerProduction")));
        fails(
                ServiceTemplateAssert::updatesFleetsBeforeWeights,
                "expected no cycle, but OrdersBlueGroupASG waits for itself");
    }

    @Test
    void anOrderThatNothingMakesFails() {
        String role = template.id("OrdersHostsRole");
        String targets = template.id("OrdersTrafficBlueTargets");
        fails(
                it -> it.updatesBefore(role, targets),
                "expected OrdersTrafficBlueTargets to wait for OrdersHostsRole, but nothing orders them");
        fails(it -> it.updatesBefore("Role", targets), "expected a resource of logical id Role, but there is none");
    }

    @Test
    void anEmptyTemplateFailsAndDoesNotBreak() {
        template.json().remove("Resources");
        fails(it -> it.runs(Color.BLUE, "1.0.0"), "expected one fleet on blue, but there are []");
    }

    private void fails(Consumer<ServiceTemplateAssert> assertion, String message) {
        assertThatThrownBy(() -> assertion.accept(assertThatTemplate(template.json())))
                .isInstanceOf(AssertionError.class)
                .extracting(error -> error.getMessage().replaceAll("[0-9A-F]{8}\\b", ""))
                .isEqualTo(message.replace("<Production>", "OrdersTrafficLoadBalancerProduction"));
    }

    @SuppressWarnings("unchecked")
    private List<Object> groups() {
        return (List<Object>) template.property(
                "OrdersTrafficLoadBalancerProduction", "DefaultActions", 0, "ForwardConfig", "TargetGroups");
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> weightOf(int place) {
        return (Map<String, Object>) groups().get(place);
    }
}
