package io.teal.constructs.testing;

import static io.teal.constructs.testing.TealAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.constructs.BlueGreenService;
import io.teal.constructs.BlueGreenServiceProps;
import io.teal.constructs.SampleService;
import io.teal.release.Color;
import io.teal.release.Release;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Template;
import software.amazon.awscdk.services.ec2.IVpc;

/** Assertions on one service of a stack that has two. */
class SeveralServicesTest {
    private static final Release ORDERS = Release.first(Color.BLUE, SampleService.ONE);
    private static final Release BILLING =
            Release.first(Color.GREEN, SampleService.ONE).start(SampleService.TWO);
    private static final Template TEMPLATE = template();

    @Test
    void eachServiceIsLookedAtAlone() {
        assertThat(TEMPLATE).ofService("orders").settlesOn(ORDERS).updatesFleetsBeforeWeights();
        assertThat(TEMPLATE).ofService("billing").settlesOn(BILLING).updatesFleetsBeforeWeights();
    }

    @Test
    void aServiceThatIsNotThereFailsAtOnce() {
        assertThatThrownBy(() -> assertThat(TEMPLATE).ofService("order").hasNoFleet(Color.GREEN))
                .hasMessage("expected a service called order, but the template has [billing, orders]");
    }

    @Test
    void nothingIsAssertedOfServicesMixed() {
        String ambiguous = "expected one service, but there are [billing, orders]; say which with ofService";
        assertThatThrownBy(() -> assertThat(TEMPLATE).runs(Color.BLUE, "1.0.0")).hasMessage(ambiguous);
        assertThatThrownBy(() -> assertThat(TEMPLATE).hasNoFleet(Color.GREEN)).hasMessage(ambiguous);
        assertThatThrownBy(() -> assertThat(TEMPLATE).givesTraffic(100, 0)).hasMessage(ambiguous);
    }

    private static Template template() {
        Stack stack =
                new Stack(new App(AppProps.builder().outdir(SampleService.OUT).build()), SampleService.STACK);
        IVpc vpc = SampleService.existingVpc(stack);
        service(stack, vpc, "orders", ORDERS);
        service(stack, vpc, "billing", BILLING);
        return Template.fromStack(stack);
    }

    private static void service(Stack stack, IVpc vpc, String name, Release release) {
        new BlueGreenService(
                stack,
                name,
                BlueGreenServiceProps.builder()
                        .serviceName(name)
                        .release(release)
                        .vpc(vpc)
                        .delivery(SampleService.images())
                        .build());
    }
}
