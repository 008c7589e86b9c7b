package io.teal.rehearsal.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What Maven wrote into Teal's jar. */
final class Packaged {
    private static final String PROPERTIES = "/META-INF/maven/io.teal/teal-rehearsal/pom.properties";

    private Packaged() {}

    /** Teal's version; {@code unpackaged} outside a jar. */
    static String version() {
        try (InputStream in = Packaged.class.getResourceAsStream(PROPERTIES)) {
            Properties known = new Properties();
            if (in != null) {
                known.load(in);
            }
            return known.getProperty("version", "unpackaged");
        } catch (IOException damaged) {
            throw new UncheckedIOException("cannot read " + PROPERTIES, damaged);
        }
    }
}
