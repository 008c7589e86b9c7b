package io.teal.rehearsal.aws.autoscaling;

/**
 * What AWS calls an Auto Scaling group, and boots its hosts from.
 *
 * @param name its name
 * @param launchTemplateVersion the version of its launch template
 */
public record GroupDescription(String name, String launchTemplateVersion) {}
