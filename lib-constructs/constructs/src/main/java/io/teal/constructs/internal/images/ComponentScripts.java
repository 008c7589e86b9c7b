package io.teal.constructs.internal.images;

import io.teal.release.InvalidValueException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What Image Builder runs on the instances that build and test: documents with one phase and one step. JSON is YAML, in
 * which Image Builder reads them.
 *
 * @see <a href="https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-use-documents.html">AWSTOE documents</a>
 */
final class ComponentScripts {
    private static final int TRIES = 60;
    private static final int PAUSE_SECONDS = 5;
    private static final int TEST_TIMEOUT_SECONDS = 900;
    private static final int BUILD_TIMEOUT_SECONDS = 3600;
    /** Image Builder takes 16,000 characters for a document; the rest of it has less than 300. */
    private static final int LONGEST_SCRIPT = 15_700;

    private ComponentScripts() {}

    /**
     * Runs {@code script} as root, once, on the instance that becomes the image.
     *
     * @throws InvalidValueException if it is too long, or has what Image Builder takes for a variable
     */
    static Map<String, Object> build(String script) {
        InvalidValueException.require(
                script.length() <= LONGEST_SCRIPT,
                "the image's script has " + script.length() + " characters, and Image Builder takes " + LONGEST_SCRIPT,
                "put the commands into a file of the artifact, and run that");
        InvalidValueException.require(
                !script.contains("{{"),
                "the image's script has {{ in it, which Image Builder takes for a variable",
                "put the command into a file of the artifact, and run that");
        return document("build", "Install", script, BUILD_TIMEOUT_SECONDS);
    }

    /** Asks an instance that has booted from the image for {@code path} until it answers 200, for five minutes. */
    static Map<String, Object> test(int port, String path) {
        String url = "http://localhost:" + port + path;
        String script = String.join(
                "\n",
                "for try in $(seq " + TRIES + "); do",
                "  code=$(curl --silent --output /dev/null --max-time 5 --write-out '%{http_code}' '" + url
                        + "' || true)",
                "  if [ \"$code\" = 200 ]; then exit 0; fi",
                "  sleep " + PAUSE_SECONDS,
                "done",
                "echo \"" + url + " answered $code\" >&2",
                "exit 1");
        return document("test", "AskHealth", script, TEST_TIMEOUT_SECONDS);
    }

    private static Map<String, Object> document(String phase, String step, String script, int timeout) {
        Map<String, Object> run = new TreeMap<>(Map.of(
                "name",
                step,
                "action",
                "ExecuteBash",
                "timeoutSeconds",
                timeout,
                "inputs",
                Map.of("commands", List.of(script))));
        return new TreeMap<>(Map.of(
                "schemaVersion",
                "1.0",
                "phases",
                List.of(new TreeMap<>(Map.of("name", phase, "steps", List.of(run))))));
    }
}
