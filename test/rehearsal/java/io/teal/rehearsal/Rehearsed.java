package io.teal.rehearsal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Tests that rehearse: they wait for timers most of the time, so some run at once, in an execution of their own. What
 * they synthesize goes through {@code TemplatesOfTheApp}, one at a time: jsii is not thread-safe.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("rehearsal")
@Execution(ExecutionMode.CONCURRENT)
public @interface Rehearsed {}
