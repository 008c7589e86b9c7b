package io.teal.rehearsal.aws.ec2;

/**
 * A rule that is a resource of its own.
 *
 * @param id its logical id
 * @param group the logical id of its security group
 * @param inbound whether it is for what comes in
 * @param rule the rule
 */
public record SeparateRule(String id, String group, boolean inbound, PortRule rule) {}
