package io.teal.constructs.internal.lastlook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.CfnResource;

/**
 * The production listener or rule as rendered, in the map of Preflight and Shift: any change of it wakes both before
 * CloudFormation writes it, and with it the template's weights. So do the stack's tags, which CloudFormation puts on
 * every resource.
 *
 * @param name of the copy in the map
 * @param production what carries the weights
 * @param told the custom resources
 */
public record ProductionCopy(String name, CfnResource production, List<CfnResource> told) {
    private static final int DIGITS = 16;

    void write(RenderedTemplate template) {
        Object copy = text("", template.property(production));
        Map<String, String> tags = template.stackTags();
        for (CfnResource resource : told) {
            template.write(resource, name, copy);
            if (!tags.isEmpty()) {
                template.write(resource, "StackTags", tags);
            }
        }
    }

    /**
     * CloudFormation passes numbers and booleans as texts. Weights are left out: they are what these resources answer.
     */
    private static Object text(String name, Object value) {
        if (name.equals("ClientSecret")) {
            return digest(String.valueOf(value));
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new TreeMap<>();
            Json.map(map).forEach((key, inner) -> copy.put(key, text(key, inner)));
            copy.remove("Weight");
            return copy;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(inner -> text("", inner)).toList();
        }
        // A custom resource may not have dynamic references to secrets; the text itself is not one.
        return String.valueOf(value).replace("{{resolve:", "resolve:");
    }

    /** The map is kept in executions and logs. */
    private static String digest(String secret) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return "sha256 " + HexFormat.of().formatHex(hash).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
