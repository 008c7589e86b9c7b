package io.teal.constructs.internal.images;

import io.teal.release.Version;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What Image Builder calls a version's recipe and components. It numbers them itself with three numbers up to
 * 1,073,741,823 and has no other versions; a version of another form becomes part of the name.
 *
 * @param name the name, of {@code a-z 0-9 - _}
 * @param version three numbers
 * @see <a href="https://docs.aws.amazon.com/imagebuilder/latest/userguide/ibhow-semantic-versioning.html">Semantic
 *     versioning in Image Builder</a>
 */
record RecipeName(String name, String version) {
    private static final Pattern NUMBERS = Pattern.compile("\\d{1,9}\\.\\d{1,9}\\.\\d{1,9}");
    private static final int HASH_BYTES = 4;

    /** The recipe of {@code version} of {@code service}: no two versions have the same. */
    static RecipeName of(String service, Version version) {
        String text = version.value();
        if (NUMBERS.matcher(text).matches()) {
            return new RecipeName(service, text);
        }
        String readable = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]", "-");
        return new RecipeName(service + "-" + readable + "-" + hash(text), "1.0.0");
    }

    private static String hash(String text) {
        try {
            byte[] all = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(all, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
