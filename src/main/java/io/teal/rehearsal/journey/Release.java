package io.teal.rehearsal.journey;

import io.teal.rehearsal.model.StackModel;

/**
 * One release to rehearse.
 *
 * @param name what the report calls it
 * @param model its template
 */
public record Release(String name, StackModel model) {}
