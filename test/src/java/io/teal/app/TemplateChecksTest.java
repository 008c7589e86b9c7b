package io.teal.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.constructs.BlueGreenService;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.elasticloadbalancingv2.CfnListener;
import software.amazon.awscdk.services.s3.Bucket;

/**
 * Every template that this repository can make passes CDK's own validation and cdk-nag's AwsSolutions, or somebody has
 * explained why not. {@code bin/test} gives them to cfn-lint, too.
 */
class TemplateChecksTest {
    private static final Set<Acknowledged> EXPLANATIONS_USED = new HashSet<>();

    static Stream<Arguments> releases() {
        return Apps.BY_NAME.keySet().stream()
                .flatMap(app -> Apps.flags(app).stream().map(flags -> Arguments.of(app, flags)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("releases")
    void everyTemplateIsValidAndHasNoFindingThatNobodyExplained(String name, String flags) {
        // When
        Path assembly = Assemblies.of(name, flags);
        // Then
        Set<Findings.Finding> found = Findings.of(assembly);
        assertThat(found)
                .filteredOn(finding -> Acknowledged.explaining(finding).isEmpty())
                .isEmpty();
        found.forEach(finding -> Acknowledged.explaining(finding).ifPresent(EXPLANATIONS_USED::add));
    }

    @Test
    void theChecksFindWhatIsWrong(@TempDir Path assembly) {
        // Given
        App app = Apps.build("default", Apps.LIFE.get(0), assembly);
        Stack stack = (Stack) app.getNode().findChild("web");
        Bucket.Builder.create(stack, "NotLogged").build();
        BlueGreenService service = (BlueGreenService) stack.getNode().findChild("Service");
        ((CfnListener) service.getRouter().getProduction()).addPropertyOverride("NoSuchProperty", "x");
        Assemblies.check(app);
        // When
        assertThatThrownBy(app::synth).hasMessageContaining("Validation failed");
        // Then
        assertThat(Findings.of(assembly)).extracting(Findings.Finding::name).contains("F3002", "AwsSolutions-S1");
    }

    @AfterAll
    static void noExplanationOutlivesItsFinding() {
        assertThat(EXPLANATIONS_USED).containsExactlyInAnyOrderElementsOf(Acknowledged.ALL);
    }
}
