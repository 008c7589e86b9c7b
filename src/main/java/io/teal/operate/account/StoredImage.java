package io.teal.operate.account;

import java.time.Instant;
import java.util.Optional;

/**
 * A machine image.
 *
 * @param id its id
 * @param version of its tag {@code teal:version}; empty text if it has none
 * @param state EC2's word, {@code available} if hosts can be launched from it
 * @param created when it was made
 * @param launched when a host was last launched from it, which EC2 reports within 24 hours; empty if none ever was
 * @param kept whether its tag {@code teal:keep} is {@code true}
 */
public record StoredImage(
        String id, String version, String state, Instant created, Optional<Instant> launched, boolean kept) {}
