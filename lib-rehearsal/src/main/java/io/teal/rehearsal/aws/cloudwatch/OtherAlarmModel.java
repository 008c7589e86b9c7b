package io.teal.rehearsal.aws.cloudwatch;

/**
 * An alarm on something that a rehearsal does not have: always OK.
 *
 * @param id its logical id
 * @param name its name; empty if CloudFormation makes one
 */
public record OtherAlarmModel(String id, String name) {}
