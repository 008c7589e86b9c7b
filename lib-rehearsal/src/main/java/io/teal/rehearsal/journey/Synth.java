package io.teal.rehearsal.journey;

import io.teal.rehearsal.BadInputException;
import io.teal.rehearsal.process.ChildProcesses;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Runs a CDK app as the CDK CLI does, without credentials, an account or a region. */
public final class Synth {
    private static final String HELD_APP = "unset CDK_DEFAULT_ACCOUNT CDK_DEFAULT_REGION; cd \"$1\" && eval \"$2\"";

    private final CdkApp app;
    private final ChildProcesses processes;
    private volatile Optional<Path> printed = Optional.empty();

    /** Runs {@code app}; it ends with {@code processes}. */
    public Synth(CdkApp app, ChildProcesses processes) {
        this.app = app;
        this.processes = processes;
    }

    /**
     * Runs the app once.
     *
     * @param flags the flags of the release
     * @return the folder of the cloud assembly
     * @throws BadInputException if the app fails; the message is the app's own first line
     */
    public Path run(Map<String, String> flags) throws IOException, InterruptedException {
        Path out = Files.createTempDirectory(processes.folder(), "cdk.out-");
        Path log = Files.createTempFile(processes.folder(), "app-", ".log");
        printed = Optional.of(log);
        Map<String, String> environment = new TreeMap<>(Map.of(
                "CDK_OUTDIR", out.toString(),
                "CDK_CONTEXT_JSON", app.contextJson(flags),
                "CDK_VALIDATION", "false"));
        List<String> words = List.of("sh", "-c", HELD_APP, "sh", app.folder().toString(), app.command());
        Process process = processes.start(words, environment, ProcessBuilder.Redirect.appendTo(log.toFile()));
        if (process.waitFor() != 0) {
            throw failed(flags, log);
        }
        return out;
    }

    /** The last line that the app has printed until now, as a first build does; empty if none. */
    public String said() {
        try {
            List<String> lines =
                    printed.isPresent() ? Files.readAllLines(printed.get(), StandardCharsets.ISO_8859_1) : List.of();
            return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
        } catch (IOException gone) {
            return "";
        }
    }

    private BadInputException failed(Map<String, String> flags, Path log) throws IOException {
        List<String> lines = Files.readAllLines(log).stream()
                .map(line -> line.replaceFirst("^(teal|hint|error): ", "").trim())
                .filter(line -> !line.isEmpty())
                .limit(2)
                .toList();
        String said = lines.isEmpty() ? "it printed nothing" : lines.get(0);
        String next = lines.size() > 1 ? lines.get(1) : "run the app by itself: " + app.command();
        return new BadInputException("the app failed with " + flags + ": " + said, next);
    }
}
