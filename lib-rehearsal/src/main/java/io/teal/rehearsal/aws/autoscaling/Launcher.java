package io.teal.rehearsal.aws.autoscaling;

import io.teal.rehearsal.demo.DemoService;
import io.teal.rehearsal.demo.HostFault;
import io.teal.rehearsal.process.ChildProcesses;
import io.teal.rehearsal.process.Reaper;
import io.teal.release.Spelling;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Launches hosts: processes of the demo service, or of the user's command. */
public final class Launcher implements Machines {
    private final ChildProcesses processes;
    private final Optional<String> command;
    private final Map<String, List<HostFault>> faults;
    private final Ports ports = new Ports();
    private final List<Path> usual = new CopyOnWriteArrayList<>();

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

    @Override
    public String lastWords(Collection<String> hosts) {
        return hosts.stream()
                .flatMap(host -> printed(host, 1).stream())
                .map(line -> "a host of it printed: " + line)
                .findFirst()
                .orElse("its hosts printed nothing; try the command by itself with PORT=8080");
    }

    /** How long the slowest demo service without a fault took to boot; a day if one was stopped before it had. */
    public Duration slowestBoot() {
        return usual.stream().map(Launcher::time).max(Comparator.naturalOrder()).orElse(Duration.ZERO);
    }

    private static Duration time(Path file) {
        try {
            return Duration.ofMillis(Long.parseLong(Files.readString(file)));
        } catch (IOException | NumberFormatException never) {
            return Duration.ofDays(1);
        }
    }

    @Override
    public List<String> printed(String host, int most) {
        try {
            List<String> lines = Files.readString(log(host), StandardCharsets.ISO_8859_1)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
            return lines.subList(Math.max(0, lines.size() - most), lines.size());
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    @Override
    public HostProcess boot(String id, FleetModel fleet, int zone) {
        if (command.isEmpty() && !faults.containsKey(fleet.release().version())) {
            usual.add(Path.of(ledger(id) + DemoService.BOOT));
        }
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
            ProcessBuilder.Redirect output = ProcessBuilder.Redirect.appendTo(log(id).toFile());
            return new HostProcess(port, processes.start(words, environment, output));
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

    /**
     * A host's process.
     *
     * @param port the port it listens on
     * @param process its process
     */
    public record HostProcess(int port, Process process) implements Machine {
        private static final int STOP_SECONDS = 10;
        private static final int PROBE_MILLIS = 500;

        @Override
        public boolean isAlive() {
            return process.isAlive();
        }

        @Override
        public void kill() {
            Reaper.kill(process.toHandle());
        }

        @Override
        public boolean listens() {
            try (Socket probe = new Socket()) {
                probe.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PROBE_MILLIS);
                return true;
            } catch (IOException refused) {
                return false;
            }
        }

        /** Kills it if it does not stop within ten seconds. */
        @Override
        public CompletableFuture<Void> stop() {
            Reaper.family(process.toHandle()).forEach(ProcessHandle::destroy);
            return process.onExit()
                    .orTimeout(STOP_SECONDS, TimeUnit.SECONDS)
                    .exceptionallyComposeAsync(late -> {
                        kill();
                        return process.onExit();
                    })
                    .thenRun(() -> {});
        }
    }
}
