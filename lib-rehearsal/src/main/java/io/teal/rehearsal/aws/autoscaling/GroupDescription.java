package io.teal.rehearsal.aws.autoscaling;

/**
 * The name and launch template version of an Auto Scaling group.
 *
 * @param name its name
 * @param launchTemplateVersion the version of its launch template
 */
public record GroupDescription(String name, String launchTemplateVersion) {}
