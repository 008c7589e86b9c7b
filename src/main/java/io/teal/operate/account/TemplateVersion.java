package io.teal.operate.account;

/**
 * A version of a launch template.
 *
 * @param template id of the launch template
 * @param number its number, from 1
 * @param standard whether it is the launch template's default version, which EC2 does not delete
 * @param image id of the image, {@code resolve:ssm:…} if it is a parameter's, or empty text if it names none
 */
public record TemplateVersion(String template, long number, boolean standard, String image) {}
