package io.teal.runtime.wire;

import io.teal.runtime.function.FreePort;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** A moto server of this test's own, on a free port; it ends with the test. */
final class Moto implements AutoCloseable {
    private static final Path PYTHON = Path.of(".venv", "bin", "python");
    private static final int TRIES = 300;

    private final Process process;
    private final URI address;

    Moto() throws IOException, InterruptedException {
        int port = FreePort.any();
        this.address = URI.create("http://127.0.0.1:" + port);
        this.process = new ProcessBuilder(List.of(
                        PYTHON.toString(), "-m", "moto.server", "-H", "127.0.0.1", "-p", Integer.toString(port)))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        await();
    }

    URI address() {
        return address;
    }

    private void await() throws InterruptedException {
        for (int i = 0; i < TRIES; i++) {
            if (!process.isAlive()) {
                throw new IllegalStateException("moto ended by itself; run bin/test, which installs it");
            }
            if (answers()) {
                return;
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("moto does not answer");
    }

    private boolean answers() {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) address.resolve("/moto-api/").toURL().openConnection();
            return connection.getResponseCode() > 0;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
