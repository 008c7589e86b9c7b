package io.teal.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;

/**
 * Synthesizes one release after another in one JVM and prints, one a line, the seconds each took. Arguments: how many
 * to warm up with, how many to measure, the folder for the templates.
 */
public final class FurtherReleases {
    private FurtherReleases() {}

    /** Runs. */
    @SuppressWarnings("unchecked")
    public static void main(String[] args) throws Exception {
        int warmUp = Integer.parseInt(args[0]);
        int measured = Integer.parseInt(args[1]);
        Map<String, Object> context = new com.fasterxml.jackson.databind.ObjectMapper()
                .readValue(System.getenv("BENCH_CONTEXT"), Map.class);
        for (int release = 0; release < warmUp + measured; release++) {
            Path out = Files.createDirectories(Path.of(args[2], "release-" + release));
            long start = System.nanoTime();
            synth(context, release, out);
            if (release >= warmUp) {
                System.out.println((System.nanoTime() - start) / 1e9);
            }
        }
        System.exit(0);
    }

    /** Each release differs from the one before: another version on green, and the colours take turns. */
    private static void synth(Map<String, Object> settings, int release, Path out) {
        Map<String, Object> context = new HashMap<>(settings);
        context.put("activeColor", release % 2 == 0 ? "blue" : "green");
        context.put("blueVersion", "1." + release + ".0");
        context.put("greenVersion", "2." + release + ".0");
        App app = new App(AppProps.builder().context(context).outdir(out.toString()).build());
        new ServiceStack(app, MyService.NAME);
        app.synth();
    }
}
