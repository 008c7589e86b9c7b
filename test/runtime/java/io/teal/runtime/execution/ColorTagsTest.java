package io.teal.runtime.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.release.Color;
import io.teal.release.port.AutoScalingGroup;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ColorTagsTest {
    private static boolean promoted(Map<String, String> tags) {
        return new ColorTags(Color.BLUE, false)
                .promoted(new AutoScalingGroup("orders-blue", 2, 1, 4, "1", List.of(), tags));
    }

    @Test
    void aColorIsPromotedIfTheVersionThatItRunsWas() {
        assertThat(promoted(Map.of("teal:version", "2.0.0", "teal:promoted", "2.0.0")))
                .isTrue();
        assertThat(promoted(Map.of("teal:version", "2.0.0", "teal:promoted", "1.0.0")))
                .isFalse();
        assertThat(promoted(Map.of("teal:version", "2.0.0"))).isFalse();
        assertThat(promoted(Map.of("teal:promoted", "2.0.0"))).isFalse();
    }
}
