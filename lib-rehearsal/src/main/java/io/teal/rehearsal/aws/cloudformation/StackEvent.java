package io.teal.rehearsal.aws.cloudformation;

import java.time.Instant;

/**
 * One finished change of a stack.
 *
 * @param at when it finished
 * @param id the resource's logical id
 * @param change what changed
 * @param listener whether the resource is a listener, or a rule of one
 */
public record StackEvent(Instant at, String id, Change change, boolean listener) {}
