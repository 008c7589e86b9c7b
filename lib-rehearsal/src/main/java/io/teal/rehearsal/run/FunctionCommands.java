package io.teal.rehearsal.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.teal.rehearsal.aws.lambda.LocalFunctions;
import io.teal.rehearsal.aws.lambda.LocalFunctions.CalledKind;
import io.teal.rehearsal.process.ChildProcesses;
import io.teal.rehearsal.process.Reaper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Commands that stand for the hook and the probe. One is run by {@code sh -c} with the function's payload on its
 * standard input, and in its environment; its verdict is its exit code, and the JSON object that it prints last.
 */
final class FunctionCommands implements LocalFunctions.UserAnswers {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_SECONDS = 60;

    private final ChildProcesses processes;
    private final RehearsalSettings.UserPrograms commands;

    FunctionCommands(ChildProcesses processes, RehearsalSettings.UserPrograms commands) {
        this.processes = processes;
        this.commands = commands;
    }

    /** Without a command, as if all were well. */
    @Override
    public Map<String, Object> to(CalledKind kind, Map<String, Object> payload) {
        Map<String, Object> content = CONTENT.to(kind, payload);
        Optional<String> command = kind == CalledKind.PROBE ? commands.probe() : commands.hook();
        try {
            return command.isPresent() ? run(command.get(), payload).orElse(content) : content;
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot run " + command.get(), failed);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the rehearsal has ended", ended);
        }
    }

    /** What the command prints last, if that is a JSON object. */
    private Optional<Map<String, Object>> run(String command, Map<String, Object> payload)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile(processes.folder(), "function-", ".log");
        Process process = processes.start(
                List.of("sh", "-c", command), environment(payload), ProcessBuilder.Redirect.to(output.toFile()));
        give(process, payload);
        boolean ended = process.waitFor(MOST_SECONDS, TimeUnit.SECONDS);
        List<String> lines = Files.readAllLines(output, StandardCharsets.ISO_8859_1);
        String last = lines.isEmpty() ? "it printed nothing" : lines.get(lines.size() - 1);
        if (!ended) {
            Reaper.kill(process.toHandle());
            throw new IllegalStateException("'" + command + "' took longer than " + MOST_SECONDS + " s");
        }
        if (process.exitValue() != 0) {
            throw new IllegalStateException("'" + command + "' exited with " + process.exitValue() + ": " + last);
        }
        return verdict(last);
    }

    /** A command need not read it. */
    private static void give(Process process, Map<String, Object> payload) {
        try (OutputStream in = process.getOutputStream()) {
            in.write(JSON.writeValueAsBytes(payload));
        } catch (IOException unread) {
            return;
        }
    }

    /** {@code SERVICE}, {@code COLOR}, {@code VERSION} and {@code PREVIEW_URL}. */
    private static Map<String, String> environment(Map<String, Object> payload) {
        Map<String, String> environment = new TreeMap<>();
        payload.forEach((name, value) ->
                environment.put(name.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT), value.toString()));
        return environment;
    }

    @SuppressWarnings("unchecked")
    private static Optional<Map<String, Object>> verdict(String line) {
        try {
            JsonNode answer = JSON.readTree(line);
            return answer != null && answer.isObject()
                    ? Optional.of(JSON.convertValue(answer, Map.class))
                    : Optional.empty();
        } catch (JsonProcessingException words) {
            return Optional.empty();
        }
    }
}
