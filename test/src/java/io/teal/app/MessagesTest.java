package io.teal.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;

/**
 * How many messages a synthesis sends to Node.js, where the CDK runs: each is a wait of the JVM, and together they are
 * half of a synthesis. The JVM's flight recorder sees each as a write to something that has no path.
 */
class MessagesTest {
    @TempDir
    private Path folder;

    @Test
    void aReleaseOfTheDefaultAppAsksNodeNoMoreThanItNeedsTo() throws IOException {
        synthesize("first"); // loads the CDK, and classes that ask once
        try (Recording recording = new Recording()) {
            recording.enable("jdk.FileWrite").withThreshold(Duration.ZERO).withoutStackTrace();
            recording.start();
            synthesize("second");
            recording.stop();
            assertThat(messages(recording)).isBetween(500L, 640L);
        }
    }

    private void synthesize(String name) {
        Map<String, String> flags = Map.of("activeColor", "blue", "blueVersion", "1.0.0", "greenVersion", "2.0.0");
        App app = new App(AppProps.builder()
                .context(flags)
                .outdir(folder.resolve(name).toString())
                .build());
        new ServiceStack(app, MyService.NAME);
        app.synth();
    }

    private long messages(Recording recording) throws IOException {
        Path file = folder.resolve("messages.jfr");
        recording.dump(file);
        return RecordingFile.readAllEvents(file).stream()
                .filter(write -> write.getString("path") == null && isOfThisThread(write))
                .count();
    }

    private static boolean isOfThisThread(RecordedEvent write) {
        return write.getThread().getJavaThreadId() == Thread.currentThread().getId();
    }
}
