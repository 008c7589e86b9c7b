package io.teal.constructs.internal.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.constructs.ImagePipeline;
import io.teal.constructs.SampleService;
import io.teal.release.InvalidValueException;
import io.teal.release.Version;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.kms.Key;

class ImageRefusalsTest {
    private final Stack stack = SampleService.stack();

    private ImagePipeline.Builder pipeline() {
        return SampleImages.of(stack, "2.0.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.0.0", "2.0.0-rc.1", "2.0.0_rc.1", "a1b2c3d", "A1B2C3D", "2026.11.27.1"})
    void everyVersionHasARecipeOfItsOwnWhoseNameImageBuilderTakes(String version) {
        RecipeName recipe = RecipeName.of("orders", Version.of(version));
        assertThat(recipe.name()).matches("[-_a-z0-9]{3,100}");
        assertThat(recipe.version()).matches("\\d+\\.\\d+\\.\\d+");
        assertThat(Stream.of("2.0.0", "2.0.0-rc.1", "2.0.0_rc.1", "a1b2c3d", "A1B2C3D", "2026.11.27.1")
                        .filter(other -> !other.equals(version))
                        .map(other -> RecipeName.of("orders", Version.of(other))))
                .doesNotContain(recipe);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of(
                        "the parameter's path must begin with /imagebuilder/",
                        change(p -> p.parameter("/x/{version}"))),
                Arguments.of(
                        "the parameter's path must be /names/like/this", change(p -> p.parameter("/imagebuilder/x"))),
                Arguments.of("cannot be part of an image's name", change(p -> p.version(Version.of("1.0.0+5")))),
                Arguments.of("keep must be 1 to 1000 images, got 0", change(p -> p.keep(0))),
                Arguments.of("keep must be 1 to 1000 images, got 1001", change(p -> p.keep(1001))),
                Arguments.of("rootDevice must be a device name", change(p -> p.rootDevice("xvda"))),
                Arguments.of("accounts must be of 12 digits, got '12'", change(p -> p.account("12"))),
                Arguments.of(
                        "have a key, and those of the stack's region have none",
                        change(p -> p.region("us-east-1", SampleImages.OTHER_KEY))),
                Arguments.of("serviceName must be a lower-case letter", change(p -> p.serviceName("Orders"))));
    }

    private static UnaryOperator<ImagePipeline.Builder> change(UnaryOperator<ImagePipeline.Builder> change) {
        return change;
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatCannotBeIsRefused(String message, UnaryOperator<ImagePipeline.Builder> change) {
        ImagePipeline.Builder changed = change.apply(pipeline());
        assertThatThrownBy(changed::build)
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aRegionWithoutAKeyIsRefusedWhereImagesAreEncrypted() {
        ImagePipeline.Builder builder = pipeline()
                .encryptionKey(Key.fromKeyArn(stack, "Key", SampleImages.KEY))
                .region("us-east-1");
        assertThatThrownBy(builder::build)
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("images of us-east-1 have no key");
    }

    @Test
    void aScriptThatImageBuilderWouldNotTakeIsRefused() {
        assertThatThrownBy(
                        () -> SampleImages.of(stack, "2.0.0", "echo {{ name }}").build())
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("has {{ in it");
        assertThatThrownBy(() -> SampleImages.of(SampleService.stack(), "2.0.0", "x".repeat(16_000))
                        .build())
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("Image Builder takes 15700");
    }

    @Test
    void aDeliveryByCodeDeployIsRefused() {
        ImagePipeline.Builder builder = pipeline().delivery(SampleService.revisions(stack));
        assertThatThrownBy(builder::build)
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("an image holds none");
    }
}
