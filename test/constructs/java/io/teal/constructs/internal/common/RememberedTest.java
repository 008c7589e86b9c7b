package io.teal.constructs.internal.common;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.constructs.SampleService;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Stack;
import software.constructs.Construct;
import software.constructs.IConstruct;

class RememberedTest {
    @Test
    void eachConstructIsAskedOnce() {
        // Given
        List<IConstruct> asked = new ArrayList<>();
        Remembered<Integer> answers = new Remembered<>(construct -> {
            asked.add(construct);
            return asked.size();
        });
        Stack stack = SampleService.stack();
        Construct child = new Construct(stack, "Child");
        // When
        List<Integer> given = List.of(answers.of(stack), answers.of(child), answers.of(stack), answers.of(child));
        // Then
        assertThat(given).containsExactly(1, 2, 1, 2);
        assertThat(asked).containsExactly(stack, child);
    }
}
