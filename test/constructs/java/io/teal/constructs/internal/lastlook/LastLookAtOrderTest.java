package io.teal.constructs.internal.lastlook;

import static io.teal.constructs.internal.lastlook.Hatch.BLUE;
import static io.teal.constructs.internal.lastlook.Hatch.SHIFT;
import static io.teal.constructs.internal.lastlook.Hatch.blue;
import static io.teal.constructs.internal.lastlook.Hatch.refuses;
import static org.assertj.core.api.Assertions.assertThat;

import io.teal.constructs.BlueGreenService;
import io.teal.constructs.SampleService;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.Stack;

/** What an escape hatch can do to the order of an update, and the line that it gets. */
class LastLookAtOrderTest {
    @Test
    void aDependencyThatIsTakenAwayIsRefused() {
        refuses(
                service -> service.getCutover().getShift().removeResourceDependency(blue(service)),
                SHIFT + ": does not wait for " + BLUE + " any more, so CloudFormation may update it too early; leave"
                        + " what Teal has put into its DependsOn");
    }

    @Test
    void aDependsOnThatIsDeletedIsRefusedForEachThatItNamed() {
        assertThat(Hatch.lines(service -> Hatch.production(service).addDeletionOverride("DependsOn")))
                .containsExactly("[shop] " + Hatch.PRODUCTION + ": does not wait for " + SHIFT
                        + " any more, so CloudFormation may update it too early; leave what Teal has put into its"
                        + " DependsOn");
        assertThat(Hatch.lines(service -> blue(service).addDeletionOverride("DependsOn")))
                .allMatch(line -> line.startsWith("[shop] " + BLUE + ": does not wait for "))
                .hasSize(4);
    }

    @Test
    void aCircleIsRefusedWithItsWayRound() {
        refuses(
                service -> service.getCutover()
                        .getPreflight()
                        .addResourceDependency(service.getCutover().getShift()),
                BLUE + ": waits for shop/Orders/Cutover/Preflight, which waits for " + SHIFT
                        + ", which waits for the first, and CloudFormation refuses a circle; remove a dependency or a"
                        + " reference that was added to one of them");
    }

    @Test
    void aCircleThroughWhatPreflightIsToldIsRefused() {
        BlueGreenService service = SampleService.both().service();
        Stack stack = Stack.of(service);
        CfnResource certificate = CfnResource.Builder.create(stack, "Own")
                .type("AWS::CertificateManager::Certificate")
                .build();
        certificate.addResourceDependency(service.getCutover().getShift());
        Hatch.production(service)
                .addPropertyOverride("Certificates", List.of(Map.of("CertificateArn", certificate.getRef())));
        assertThat(Hatch.lines(service))
                .singleElement()
                .asString()
                .contains("shop/Own", "CloudFormation refuses a circle");
    }
}
