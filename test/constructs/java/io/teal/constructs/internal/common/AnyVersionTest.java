package io.teal.constructs.internal.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A method is found by its names and by what it takes. */
class AnyVersionTest {
    @Test
    void theMethodThatTakesTheValueIsCalledByWhicheverNameItHas() {
        Taker taker = new Taker();
        AnyVersion.call(taker, "a text", "thing");
        AnyVersion.call(taker, 3, "newName", "thing");
        assertThat(taker.taken).containsExactly("text a text", "number 3");
    }

    @Test
    void aValueThatNoMethodTakesIsRefusedWithTheNames() {
        assertThatThrownBy(() -> AnyVersion.call(new Taker(), List.of(), "newName", "thing"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("has no newName or thing that takes");
    }

    /** Has the property in two types, as builders of the CDK have. */
    public static final class Taker {
        private final List<String> taken = new ArrayList<>();

        public void thing(CharSequence value) {
            taken.add("text " + value);
        }

        public void thing(Number value) {
            taken.add("number " + value);
        }
    }
}
