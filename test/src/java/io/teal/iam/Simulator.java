package io.teal.iam;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.teal.runtime.function.NodeScript;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** IAM's decision about calls, by a simulator that carries AWS's actions, resource types and condition keys. */
final class Simulator implements AutoCloseable {
    /** The word for a call that is allowed; every other is not. */
    static final String ALLOWED = "Allowed";

    private final NodeScript script = new NodeScript(Path.of("test/src/js/iam.mjs"), "@cloud-copilot/iam-simulate");

    Simulator() throws IOException {}

    /**
     * A word for each of {@code calls}, in order: {@link #ALLOWED}, {@code ImplicitlyDenied}, {@code impossible: ..}.
     */
    @SuppressWarnings("unchecked")
    List<String> decide(JsonNode policy, Optional<JsonNode> boundary, Collection<AwsCall> calls) {
        if (calls.isEmpty()) {
            return List.of();
        }
        Map<String, Object> ask = new HashMap<>();
        ask.put("policies", List.of(plain(policy)));
        boundary.ifPresent(one -> ask.put("boundary", plain(one)));
        ask.put("calls", calls.stream().map(AwsCall::write).toList());
        return (List<String>) script.ask(ask).get("answers");
    }

    private static Object plain(JsonNode json) {
        return new ObjectMapper().convertValue(json, Object.class);
    }

    /** The calls that {@code policy} does not allow, each with the simulator's word. */
    Map<AwsCall, String> refused(JsonNode policy, Optional<JsonNode> boundary, List<AwsCall> calls) {
        List<String> words = decide(policy, boundary, calls);
        Map<AwsCall, String> refused = new HashMap<>();
        for (int i = 0; i < calls.size(); i++) {
            if (!words.get(i).equals(ALLOWED)) {
                refused.put(calls.get(i), words.get(i));
            }
        }
        return refused;
    }

    @Override
    public void close() {
        script.close();
    }
}
