package io.teal.constructs.internal.common;

import io.teal.release.InvalidValueException;

/** The aws-cdk-lib of the app that Teal is used in. */
public final class CdkVersion {
    /** The oldest that Teal works with; {@code etc/cdk-versions} tries it. */
    public static final String OLDEST = "2.172.0";

    /** New in the oldest. */
    private static final String MARK = "software.amazon.awscdk.AspectOptions";

    private CdkVersion() {}

    /**
     * Refuses an older one in one line, before the JVM finds a class missing half-way.
     *
     * @throws InvalidValueException if aws-cdk-lib is older than {@link #OLDEST}
     */
    public static void require() {
        requireIn(CdkVersion.class.getClassLoader());
    }

    static void requireIn(ClassLoader app) {
        try {
            Class.forName(MARK, false, app);
        } catch (ClassNotFoundException e) {
            throw new InvalidValueException(
                    "this app's aws-cdk-lib is older than " + OLDEST + ", the oldest that Teal works with",
                    "set software.amazon.awscdk:aws-cdk-lib to " + OLDEST + " or newer in your pom.xml");
        }
    }
}
