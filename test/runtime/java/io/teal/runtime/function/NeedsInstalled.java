package io.teal.runtime.function;

import static org.junit.jupiter.api.extension.ConditionEvaluationResult.disabled;
import static org.junit.jupiter.api.extension.ConditionEvaluationResult.enabled;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Tests that need what only {@code bin/test} installs. A plain {@code ./mvnw install} of a fresh clone skips them;
 * {@code bin/test}, which sets {@code TEAL_GATE}, never does.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsInstalled.Condition.class)
public @interface NeedsInstalled {
    /** Paths from the root of the checkout. */
    String[] value();

    /** Whether everything is there. */
    final class Condition implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return AnnotationSupport.findAnnotation(context.getElement(), NeedsInstalled.class)
                    .map(needs -> evaluate(System.getenv("TEAL_GATE") != null, Path.of(""), needs.value()))
                    .orElse(enabled("needs nothing"));
        }

        static ConditionEvaluationResult evaluate(boolean gate, Path root, String... paths) {
            for (String path : paths) {
                if (!gate && !Files.exists(root.resolve(path))) {
                    return disabled(path + " is not there; bin/test installs it and runs this test too");
                }
            }
            return enabled("what it needs is there, or must be");
        }
    }
}
