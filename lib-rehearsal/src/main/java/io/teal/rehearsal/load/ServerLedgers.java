package io.teal.rehearsal.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The ledgers of all hosts, merged.
 *
 * @param times how many times each request was served, by id
 */
public record ServerLedgers(Map<String, Integer> times) {

    /** Keeps the map, which nothing changes any more: it may have a million entries. */
    public ServerLedgers {
        times = Collections.unmodifiableMap(times);
    }

    /** Reads every host's ledger in {@code folder}: one line {@code METHOD id} for each request served. */
    public static ServerLedgers read(Path folder) throws IOException {
        Map<String, Integer> times = new HashMap<>();
        for (Path file : files(folder)) {
            for (String line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
                times.merge(line.substring(line.indexOf(' ') + 1), 1, Integer::sum);
            }
        }
        return new ServerLedgers(times);
    }

    /** Whether any host keeps a ledger; a user's command need not. */
    public boolean kept() {
        return !times.isEmpty();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(path -> path.toString().endsWith(".ledger")).toList();
        }
    }
}
