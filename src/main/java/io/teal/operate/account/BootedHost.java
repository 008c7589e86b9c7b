package io.teal.operate.account;

import java.util.Optional;

/**
 * An EC2 instance.
 *
 * @param id its id
 * @param image id of the image that it was launched from
 * @param template id of the launch template that it was launched from, if Auto Scaling or somebody else used one
 * @param number the launch template's version
 */
public record BootedHost(String id, String image, Optional<String> template, Optional<Long> number) {}
