package io.teal.rehearsal.aws.cloudwatch;

/**
 * An alarm on a metric that a rehearsal does not emulate: always OK.
 *
 * @param id its logical id
 * @param name its name; empty if CloudFormation generates one
 */
public record OtherAlarmModel(String id, String name) {}
