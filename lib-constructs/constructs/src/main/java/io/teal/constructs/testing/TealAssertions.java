package io.teal.constructs.testing;

import java.util.Map;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Template;

/**
 * Entry point of Teal's assertions.
 *
 * <pre>{@code
 * assertThat(stack)
 *         .runs(Color.BLUE, "1.0.0")
 *         .hasNoFleet(Color.GREEN)
 *         .givesTraffic(100, 0)
 *         .updatesFleetsBeforeWeights();
 * }</pre>
 */
public final class TealAssertions {
    private TealAssertions() {}

    /** Assertions on the template of {@code stack}; synthesizes its app. */
    public static ServiceTemplateAssert assertThat(Stack stack) {
        return assertThat(Template.fromStack(stack));
    }

    /** Assertions on {@code template}. */
    public static ServiceTemplateAssert assertThat(Template template) {
        return assertThatTemplate(template.toJSON());
    }

    /** Assertions on a template that was read as JSON; a name of its own, or it would hide AssertJ's for maps. */
    public static ServiceTemplateAssert assertThatTemplate(Map<String, Object> template) {
        return new ServiceTemplateAssert(new ServiceTemplate(template, ""));
    }
}
