package io.teal.constructs.internal.common;

import io.teal.release.InvalidValueException;

/** What a service may be called: part of the names of Auto Scaling groups. */
public final class ServiceNames {
    /** A lower-case letter and up to 30 lower-case letters, digits or hyphens. */
    public static final String PATTERN = "[a-z][a-z0-9-]{0,30}";

    private ServiceNames() {}

    /**
     * Checks {@code serviceName}.
     *
     * @throws InvalidValueException if a service cannot be called that
     */
    public static void require(String serviceName) {
        if (!serviceName.matches(PATTERN)) {
            throw new InvalidValueException("serviceName must be a lower-case letter and up to 30 lower-case letters,"
                    + " digits or hyphens, got '" + serviceName + "'");
        }
    }
}
