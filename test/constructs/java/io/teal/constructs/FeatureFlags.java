package io.teal.constructs;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;

/** The CDK's feature flags, as a context. */
final class FeatureFlags {
    private FeatureFlags() {}

    @SuppressWarnings("unchecked")
    static Map<String, Object> ofThisRepository() {
        try {
            Map<String, Object> file =
                    new ObjectMapper().readValue(Path.of("cdk.json").toFile(), Map.class);
            return (Map<String, Object>) file.get("context");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
