package io.teal.rehearsal.load;

import io.teal.rehearsal.process.ChildProcesses;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Starts the load generator, collects its ledger and stops it. */
public final class Load {
    private final List<Exchange> exchanges = new ArrayList<>();
    private final long started = System.nanoTime();
    private final Process process;
    private long lost;
    private boolean died;
    private final Thread reader;

    private Load(Process process) {
        this.process = process;
        this.reader = new Thread(this::readAll, "ledger");
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Starts {@code rate} requests per second to {@code paths}, separated by commas, over {@code ports}, in turn.
     *
     * @param longRequest the duration that one in fifty asks for; zero for none
     */
    public static Load start(
            ChildProcesses processes, List<Integer> ports, String paths, int rate, Duration longRequest)
            throws IOException {
        List<String> command = new ArrayList<>(ChildProcesses.java(Generator.class));
        command.addAll(List.of(join(ports), paths, Integer.toString(rate), Long.toString(longRequest.toMillis())));
        return new Load(processes.start(command, Map.of(), ProcessBuilder.Redirect.PIPE));
    }

    private static String join(List<Integer> ports) {
        return ports.stream().map(Object::toString).collect(Collectors.joining(","));
    }

    /** Whether fewer than {@code wanted} requests are finished, and the generator runs. */
    public boolean lacks(long wanted) {
        synchronized (exchanges) {
            return process.isAlive() && exchanges.size() < wanted;
        }
    }

    /** Whether the generator ended before it was stopped. */
    public boolean died() {
        return died;
    }

    /** The progress, in short. */
    public String status() {
        synchronized (exchanges) {
            return String.format(Locale.ROOT, "%,d requests, lost %,d", exchanges.size(), lost);
        }
    }

    /** The average number of cores that the generator has used. */
    public double cores() {
        Duration worked = process.info().totalCpuDuration().orElse(Duration.ZERO);
        return worked.toNanos() / (double) (System.nanoTime() - started);
    }

    /** Stops sending, waits for pending requests, and returns all exchanges; those until it died, if it did. */
    public List<Exchange> stop() throws InterruptedException {
        try {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
        } catch (IOException brokenPipe) {
            died = true;
        }
        died |= process.waitFor() != 0;
        reader.join();
        synchronized (exchanges) {
            return List.copyOf(exchanges);
        }
    }

    private void readAll() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Exchange exchange = Exchange.parse(line);
                synchronized (exchanges) {
                    exchanges.add(exchange);
                    lost += exchange.answered() ? 0 : 1;
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the load generator's ledger", unreadable);
        }
    }
}
