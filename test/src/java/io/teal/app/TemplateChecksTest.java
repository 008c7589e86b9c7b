package io.teal.app;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.CloudFormationValidatePlugin;
import software.amazon.awscdk.Validations;

/**
 * Every template that this repository can make passes CDK's own validation and cdk-nag's AwsSolutions. The templates
 * stay in {@code src/target/templates}, where {@code bin/test} gives them to cfn-lint.
 */
class TemplateChecksTest {
    private static final Path TEMPLATES = Path.of("src", "target", "templates");

    static Stream<Arguments> releases() {
        return Apps.BY_NAME.keySet().stream()
                .flatMap(app -> Apps.flags(app).stream().map(flags -> Arguments.of(app, flags)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("releases")
    void everyTemplateIsValidAndHasNoFindingThatNobodyExplained(String name, String flags) {
        // Given
        App app = Apps.build(name, flags, TEMPLATES.resolve(name).resolve(Apps.LIFE.indexOf(flags) + 1 + ""));
        Validations.of(app).addPlugins(new CloudFormationValidatePlugin(), new AwsSolutionsChecks(app));
        Acknowledged.in(app);
        // When, Then
        assertThatCode(app::synth).doesNotThrowAnyException();
    }
}
