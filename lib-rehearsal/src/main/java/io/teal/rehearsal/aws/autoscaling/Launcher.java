package io.teal.rehearsal.aws.autoscaling;

import io.teal.rehearsal.demo.DemoService;
import io.teal.rehearsal.demo.HostFault;
import io.teal.rehearsal.process.ChildProcesses;
import io.teal.release.Spelling;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Launches hosts: processes of the demo service, or of the user's command. */
public final class Launcher {
    private final ChildProcesses processes;
    private final Optional<String> command;
    private final Map<String, List<HostFault>> faults;
    private final Ports ports = new Ports();
    private final Map<String, FleetModel> launched = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();

    /**
     * Launches {@code command}, or the demo service if there is none.
     *
     * @param faults the faults of each version's hosts, by version
     */
    public Launcher(ChildProcesses processes, Optional<String> command, Map<String, List<HostFault>> faults) {
        this.processes = processes;
        this.command = command;
        this.faults = faults;
    }

    /** The command line of the demo service, word by word. */
    public static List<String> demo() {
        return ChildProcesses.java(DemoService.class, Spelling.class);
    }

    /** The fleet of each launched host as it was at launch, by host id. */
    public Map<String, FleetModel> launched() {
        return Map.copyOf(launched);
    }

    /** The last line that a host of {@code fleet} printed. */
    public String lastWords(String fleet) {
        return launched.entrySet().stream()
                .filter(host -> host.getValue().id().equals(fleet))
                .map(host -> lastLine(log(host.getKey())))
                .filter(line -> !line.isBlank())
                .map(line -> "a host of it printed: " + line)
                .findFirst()
                .orElse("its hosts printed nothing; try the command by itself with PORT=8080");
    }

    private static String lastLine(Path log) {
        try {
            List<String> lines = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
            return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
        } catch (IOException unreadable) {
            return "";
        }
    }

    Host launch(FleetModel fleet, int zone) {
        String id = "h" + count.incrementAndGet();
        int port = ports.next();
        List<String> words = command.map(line -> List.of("sh", "-c", line)).orElseGet(Launcher::demo);
        Map<String, String> environment = new TreeMap<>(Map.of(
                "PORT", Integer.toString(port),
                "HOST_ID", id,
                "VERSION", fleet.release().version(),
                "COLOR", fleet.release().color(),
                "FAULT", faults(fleet.release().version()),
                "ZONE", Integer.toString(zone),
                "LEDGER", ledger(id).toString()));
        try {
            launched.put(id, fleet);
            ProcessBuilder.Redirect output = ProcessBuilder.Redirect.appendTo(log(id).toFile());
            Process process = processes.start(words, environment, output);
            return new Host(id, port, fleet, process, zone, System.nanoTime());
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot start a host of " + fleet.id(), failed);
        }
    }

    private String faults(String version) {
        return faults.getOrDefault(version, List.of()).stream()
                .map(HostFault::toString)
                .collect(Collectors.joining(","));
    }

    private Path log(String id) {
        return processes.folder().resolve(id + ".log");
    }

    /** The file in which a host records each request it serves. */
    private Path ledger(String id) {
        return processes.folder().resolve(id + ".ledger");
    }
}
