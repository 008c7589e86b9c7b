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
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** The load of real requests: starts the load generator, collects its ledger and stops it. */
public final class GeneratorProcess implements Load {
    private final List<Exchange> exchanges = new ArrayList<>();
    private final long started = System.nanoTime();
    private final Process process;
    private long lost;
    private boolean died;
    private double cores;
    private final CompletableFuture<Void> begun = new CompletableFuture<>();
    private final Thread reader;

    private GeneratorProcess(Process process) {
        this.process = process;
        this.reader = new Thread(this::readAll, "ledger");
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Starts {@code rate} requests per second to {@code paths}, separated by commas, over {@code ports}, in turn;
     * returns when the first is due.
     *
     * @param longRequest the duration that one in two hundred asks for; zero for none
     */
    public static GeneratorProcess start(
            ChildProcesses processes, List<Integer> ports, String paths, int rate, Duration longRequest)
            throws IOException {
        List<String> command = new ArrayList<>(ChildProcesses.java(Generator.class));
        command.addAll(List.of(join(ports), paths, Integer.toString(rate), Long.toString(longRequest.toMillis())));
        GeneratorProcess load = new GeneratorProcess(processes.start(command, Map.of(), ProcessBuilder.Redirect.PIPE));
        load.begun.join();
        return load;
    }

    private static String join(List<Integer> ports) {
        return ports.stream().map(Object::toString).collect(Collectors.joining(","));
    }

    @Override
    public boolean lacks(long wanted) {
        synchronized (exchanges) {
            return process.isAlive() && exchanges.size() < wanted;
        }
    }

    @Override
    public boolean died() {
        return died;
    }

    @Override
    public String status() {
        synchronized (exchanges) {
            return Load.status(exchanges.size(), lost);
        }
    }

    /** The average number of cores that the generator had used when it was stopped. */
    public double cores() {
        return cores;
    }

    private double usedCores() {
        Duration worked = process.info().totalCpuDuration().orElse(Duration.ZERO);
        return worked.toNanos() / (double) (System.nanoTime() - started);
    }

    @Override
    public List<Exchange> stop() throws InterruptedException {
        cores = usedCores();
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
            lines.readLine(); // that it begins; nothing of one that has died
            begun.complete(null);
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Exchange exchange = Exchange.parse(line);
                synchronized (exchanges) {
                    exchanges.add(exchange);
                    lost += exchange.answered() ? 0 : 1;
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the load generator's ledger", unreadable);
        } finally {
            begun.complete(null);
        }
    }
}
