package io.teal.rehearsal.model;

/**
 * An alarm on the share of a target group's answers that are 5xx, by the minute.
 *
 * @param id its logical id
 * @param group the target group
 * @param percent the most that may be 5xx
 * @param requests the fewest requests in a minute that say anything
 * @param periods how many minutes it looks at
 * @param datapoints how many of them must be over
 */
public record AlarmModel(String id, String group, double percent, long requests, int periods, int datapoints) {}
