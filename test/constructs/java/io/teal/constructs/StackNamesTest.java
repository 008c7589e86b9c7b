package io.teal.constructs;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.release.Color;
import io.teal.release.InvalidValueException;
import io.teal.release.Release;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.NestedStack;
import software.amazon.awscdk.Stack;

/**
 * C7: a service that AWS could not name, or whose update nobody could cancel, is refused when the app is synthesized.
 */
class StackNamesTest {
    private static final String LONGEST_SERVICE = "a".repeat(31);

    /** {@code <stack>-<service>-release} may have 80 characters. */
    private static final int LONGEST_STACK = 80 - "--release".length() - LONGEST_SERVICE.length();

    @ParameterizedTest
    @ValueSource(strings = {"blue/green", "one fleet", "same host"})
    void aServiceInANestedStackIsRefused(String kind) {
        NestedStack nested = new NestedStack(SampleService.stack(), "Part");
        assertThatThrownBy(() -> service(kind, nested, "orders"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("shop/Part/Orders is in a nested stack")
                .extracting(RefusalText::of)
                .asString()
                .endsWith("put the service into the stack around it, or into one of its own");
    }

    @Test
    void theLongestNamesAreAccepted() {
        Stack stack = new Stack(SampleHosts.app(), "s".repeat(LONGEST_STACK));
        assertThatCode(() -> service("blue/green", stack, LONGEST_SERVICE)).doesNotThrowAnyException();
    }

    @Test
    void namesThatMakeTheStateMachinesTooLongAreRefusedWithBothFigures() {
        Stack stack = new Stack(SampleHosts.app(), "s".repeat(LONGEST_STACK + 1));
        assertThatThrownBy(() -> service("same host", stack, LONGEST_SERVICE))
                .hasMessageContaining("has 81 characters, and Step Functions takes 80");
    }

    private static Object service(String kind, Stack stack, String name) {
        return switch (kind) {
            case "blue/green" -> blueGreen(stack, name);
            case "one fleet" -> oneFleet(stack, name);
            default -> sameHost(stack, name);
        };
    }

    private static BlueGreenService blueGreen(Stack stack, String name) {
        return BlueGreenService.Builder.create(stack, "Orders")
                .serviceName(name)
                .release(Release.first(Color.BLUE, SampleService.ONE))
                .vpc(SampleService.existingVpc(stack))
                .delivery(SampleService.images())
                .build();
    }

    private static OneFleetService oneFleet(Stack stack, String name) {
        return OneFleetService.Builder.create(stack, "Orders")
                .serviceName(name)
                .version(SampleService.ONE)
                .vpc(SampleService.existingVpc(stack))
                .delivery(SampleService.images())
                .way(Way.rolling(RollingOptions.builder().build()))
                .build();
    }

    private static SameHostService sameHost(Stack stack, String name) {
        return SameHostService.Builder.create(stack, "Orders")
                .serviceName(name)
                .release(Release.first(Color.BLUE, SampleService.ONE))
                .vpc(SampleService.existingVpc(stack))
                .hosts(SampleHosts.hosts(SampleHosts.bucket(stack)))
                .build();
    }
}
