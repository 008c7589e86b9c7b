package io.teal.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.operate.RefusedException;
import io.teal.operate.account.SynthesizedStack;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stacks are found by either name in what the CDK really writes, those of stages included. */
class SynthesizedStacksTest {
    @TempDir
    Path out;

    @Test
    void aStackOfAStageIsFoundByEitherName() {
        Path out = Assemblies.of("several-services", "");
        SynthesizedStack byPath = SynthesizedStack.in(out, Optional.of("dev/orders"));
        assertThat(byPath.name()).isEqualTo("dev-orders");
        assertThat(SynthesizedStack.in(out, Optional.of("dev-orders"))).isEqualTo(byPath);
        assertThatThrownBy(() -> SynthesizedStack.in(out, Optional.empty()))
                .isInstanceOf(RefusedException.class)
                .hasMessage("the app has several stacks: dev-billing, dev-orders, prod-billing, prod-orders");
    }

    @Test
    void theOnlyStackWithAServiceNeedsNoName() {
        Apps.build("default", "activeColor=blue version=1.0.0", out.resolve("cdk.out"))
                .synth();
        assertThat(SynthesizedStack.near(out.resolve("below")).name()).isEqualTo("web");
        assertThatThrownBy(() -> SynthesizedStack.near(Path.of("/")))
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith("no STACK is named");
    }
}
