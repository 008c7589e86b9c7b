package io.teal.rehearsal.model;

/**
 * An alarm on something that a rehearsal does not have: always OK.
 *
 * @param id its logical id
 * @param name its name; empty if CloudFormation makes one
 */
public record OtherAlarmModel(String id, String name) {}
