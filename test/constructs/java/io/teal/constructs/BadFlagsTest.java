package io.teal.constructs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.teal.release.BadReleaseException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Stage;

/** What flags that make no release get: one line that says what is wrong, and one that says what to write. */
class BadFlagsTest {
    @TempDir
    private Path releases;

    static Stream<Arguments> ofOneService() {
        return Stream.of(
                arguments(
                        Map.of("activecolor", "blue", "version", "1.0.0"),
                        "'activecolor' is no release flag",
                        "did you mean -c activeColor=...?"),
                arguments(
                        Map.of("active-color", "blue"),
                        "'active-color' is no release flag",
                        "did you mean -c activeColor=...?"),
                arguments(
                        Map.of("orders.blueVersoin", "1.0.0"),
                        "'orders.blueVersoin' is no release flag",
                        "did you mean -c orders.blueVersion=...?"),
                arguments(
                        Map.of("activeColor", "blue", "orders.version", "1.0.0"),
                        "both activeColor and orders.version are given",
                        "scope every flag, as in -c orders.activeColor=blue"),
                arguments(
                        Map.of("orders.activeColor", "red", "orders.version", "1.0.0"),
                        "activeColor must be blue or green, got 'red'",
                        "write -c orders.activeColor=blue or -c orders.activeColor=green"));
    }

    static Stream<Arguments> ofOneType() {
        return Stream.of(
                arguments(
                        Map.of("activeColor", "blue", "version", 1.5),
                        "version must be text, got 1.5",
                        "write it in quotes in cdk.json, or as -c version=1.5"),
                arguments(
                        Map.of("activeColor", true),
                        "activeColor must be text, got true",
                        "write it in quotes in cdk.json, or as -c activeColor=true"),
                arguments(
                        Map.of("version", List.of("1.0.0")),
                        "version must be text, got [1.0.0]",
                        "write it in quotes in cdk.json, or as -c version=[1.0.0]"));
    }

    @ParameterizedTest
    @MethodSource({"ofOneService", "ofOneType"})
    void theMessageSaysWhatIsWrongAndTheHintWhatToWrite(Map<String, Object> context, String message, String hint) {
        BadReleaseException refused = refused(new Stack(app(context), "shop"));
        assertThat(refused).hasMessage(message);
        assertThat(refused.hint()).isEqualTo(hint);
        assertThat(message + hint).doesNotContain("\n");
    }

    @Test
    void nothingAtAllSaysWhatToWrite() {
        BadReleaseException refused = refused(new Stack(app(Map.of()), "shop"));
        assertThat(refused)
                .hasMessage("no release of orders: neither flags nor "
                        + releases.resolve("default").resolve("orders.properties"));
        assertThat(refused.hint())
                .isEqualTo("say which colour is active and what it runs, -c activeColor=blue -c version=1.0.0");
    }

    @Test
    void nothingAtAllInAStageSaysWhatToWriteThere() {
        BadReleaseException refused = refused(new Stack(new Stage(app(Map.of()), "prod"), "shop"));
        assertThat(refused)
                .hasMessage("no release of orders: neither flags nor "
                        + releases.resolve("prod").resolve("orders.properties"));
        assertThat(refused.hint())
                .isEqualTo("say which colour is active and what it runs, -c prod/orders.activeColor=blue"
                        + " -c prod/orders.version=1.0.0");
    }

    @Test
    void nothingForASecondServiceSaysWhatToWriteForIt() {
        Stack stack = new Stack(app(Map.of("orders.activeColor", "blue", "orders.version", "1.0.0")), "shop");
        ReleaseContext.of(stack, "orders", releases);
        BadReleaseException refused =
                catchThrowableOfType(BadReleaseException.class, () -> ReleaseContext.of(stack, "billing", releases));
        assertThat(refused.hint()).endsWith("-c billing.activeColor=blue -c billing.version=1.0.0");
    }

    @Test
    void aBareFlagIsRefusedAsSoonAsThereIsASecondService() {
        Stack stack = new Stack(app(Map.of("activeColor", "blue", "version", "1.0.0")), "shop");
        ReleaseContext.of(stack, "orders", releases);
        BadReleaseException refused =
                catchThrowableOfType(BadReleaseException.class, () -> ReleaseContext.of(stack, "billing", releases));
        assertThat(refused).hasMessage("activeColor is given, and the app has several services: billing, orders");
        assertThat(refused.hint()).isEqualTo("say which: -c billing.activeColor=blue");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "order.activeColor",
                "prod/orders.activeColor",
                "order.activecolor",
                "frontend.blueVersion",
                "order.version",
                "Orders.version",
                "roders.strategy",
                "ordersx.allow"
            })
    void aFlagOfNoServiceStopsTheSynthesis(String stray) {
        App app = app(Map.of("orders.activeColor", "blue", "orders.version", "1.0.0", stray, "green"));
        ReleaseContext.of(new Stack(app, "shop"), "orders", releases);
        assertThatThrownBy(app::synth)
                .hasMessageContaining("'" + stray + "' is a flag of no service here: the services are orders");
    }

    @Test
    void otherKeysOfTheContextAreNobodysBusiness() {
        App app = app(Map.of(
                "activeColor", "blue",
                "version", "1.0.0",
                "vpcId", "vpc-1",
                "@aws-cdk/core:checkSecretUsage", true,
                "frontend.version", "18.2.0",
                "acme:settings", Map.of("colours", List.of("red"))));
        ReleaseContext.of(new Stack(app, "shop"), "orders", releases);
        assertThat(app.synth().getStacks()).hasSize(1);
    }

    @Test
    void twoStacksThatReadOneReleaseAreRefused() {
        App app = app(Map.of("activeColor", "blue", "version", "1.0.0"));
        ReleaseContext.of(new Stack(app, "shop-dev"), "orders");
        Stack second = new Stack(app, "shop-prod");
        assertThatThrownBy(() -> ReleaseContext.of(second, "orders"))
                .isInstanceOf(BadReleaseException.class)
                .hasMessage("stacks shop-dev and shop-prod both read the release of orders");
    }

    private BadReleaseException refused(Stack stack) {
        return catchThrowableOfType(BadReleaseException.class, () -> ReleaseContext.of(stack, "orders", releases));
    }

    private static App app(Map<String, Object> context) {
        return new App(
                AppProps.builder().context(context).outdir(SampleService.OUT).build());
    }
}
