package io.teal.rehearsal.aws.cloudformation;

import java.time.Instant;

/**
 * A change the stack has made.
 *
 * @param at when it was done
 * @param id the resource's logical id
 * @param change what was done
 * @param listener whether the resource is a listener, or a rule of one
 */
public record StackEvent(Instant at, String id, Change change, boolean listener) {}
