package io.teal.constructs;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.teal.release.Color;
import io.teal.release.InvalidValueException;
import io.teal.release.Release;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

/** Two services whose Auto Scaling groups would have one name. */
class GroupNamesTest {
    private final App app = new App(AppProps.builder().outdir(SampleService.OUT).build());

    @Test
    void namesThatMeetAcrossStacksAreRefused() {
        service(new Stack(app, "a-b"), "c", Color.BLUE);
        Stack second = new Stack(app, "a");
        assertThatThrownBy(() -> service(second, "b-c", Color.GREEN))
                .isInstanceOf(InvalidValueException.class)
                .extracting(RefusalText::of, STRING)
                .startsWith(
                        "serviceName makes Auto Scaling group 'a-b-c-blue' of both a-b/Services/c and a/Services/b-c")
                .endsWith("; give one of the services or stacks another name");
    }

    @Test
    void twoServicesOfOneNameInAStackAreRefused() {
        Stack stack = new Stack(app, "shop");
        service(stack, "orders", Color.BLUE);
        Construct other = new Construct(stack, "Other");
        assertThatThrownBy(() -> service(other, "orders", Color.BLUE))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("both shop/Services/orders and shop/Other/Services/orders");
    }

    @Test
    void oneServiceInTwoAccountsIsNot() {
        assertThatNoException().isThrownBy(() -> {
            service(stack("test", "111111111111"), "orders", Color.BLUE);
            service(stack("live", "222222222222"), "orders", Color.BLUE);
            service(new Stack(app, "dev", StackProps.builder().stackName("shop").build()), "orders", Color.BLUE);
            service(
                    new Stack(
                            app, "prod", StackProps.builder().stackName("shop").build()),
                    "orders",
                    Color.BLUE);
        });
    }

    private Stack stack(String id, String account) {
        return new Stack(
                app,
                id,
                StackProps.builder()
                        .stackName("shop")
                        .env(Environment.builder()
                                .account(account)
                                .region("eu-west-1")
                                .build())
                        .build());
    }

    private static void service(Construct scope, String name, Color color) {
        Construct services = new Construct(scope, "Services");
        BlueGreenService.Builder.create(services, name)
                .serviceName(name)
                .release(Release.first(color, SampleService.ONE))
                .vpc(SampleService.existingVpc(services))
                .delivery(SampleService.images())
                .build();
    }
}
