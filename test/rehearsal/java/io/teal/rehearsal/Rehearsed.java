package io.teal.rehearsal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Tests that rehearse with real processes and real HTTP, two at a time, in an execution of their own. A run that a busy
 * machine has spoiled is undecided: it is repeated, and never a failure.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("rehearsal")
@Execution(ExecutionMode.CONCURRENT)
public @interface Rehearsed {}
