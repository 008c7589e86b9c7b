package io.teal.rehearsal.aws.elb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.teal.rehearsal.Timescale;
import io.teal.rehearsal.http.HttpBody;
import io.teal.rehearsal.http.HttpConnection;
import io.teal.rehearsal.http.HttpHead;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The balancer of the rehearsal gives the answers that HAProxy gives, with the same targets and weights; skipped where
 * HAProxy is not installed.
 */
class HaproxyTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int REQUESTS = 4000;
    private static final long A_CLOSE_HAS_ARRIVED_MILLIS = 10;
    private static final int BLUE = 80;
    private static final int GREEN = 20;

    /** 99.9 % of all samples are within so many standard deviations. */
    private static final double SURE = 3.29;

    @TempDir
    private Path folder;

    private Service service;
    private FakeTarget blue;
    private FakeTarget green;
    private Haproxy haproxy;

    @BeforeEach
    void start() throws Exception {
        assumeTrue(Haproxy.isInstalled(), "HAProxy is not installed: apt-get install haproxy");
        service = new Service(new Balancer(new Timescale(100), 1, Propagation.AT_ONCE));
        service.forward("Blue", BLUE, "Green", GREEN);
        blue = service.healthyTarget("Blue", "b");
        green = service.healthyTarget("Green", "g");
        haproxy = new Haproxy(folder, Map.of(blue.port(), BLUE, green.port(), GREEN));
    }

    @AfterEach
    void end() throws Exception {
        if (haproxy != null) {
            haproxy.stop();
            service.close();
        }
    }

    @Test
    void bothShareByWeightWithinTheErrorOfASample() throws IOException {
        double mean = REQUESTS * GREEN / 100.0;
        double deviation = Math.sqrt(mean * (1 - GREEN / 100.0));
        for (int port : ports()) {
            int before = green.requests.get();
            for (int i = 0; i < REQUESTS; i++) {
                assertThat(status(port)).isEqualTo(200);
            }
            assertThat((double) green.requests.get() - before)
                    .as("requests to green through port %d", port)
                    .isBetween(mean - SURE * deviation, mean + SURE * deviation);
        }
    }

    @Test
    void bothAnswer502WhenATargetClosesWithARequestOutstandingAndSendNothingTwice() throws IOException {
        blue.breaks = true;
        green.breaks = true;
        for (int port : ports()) {
            int before = blue.requests.get() + green.requests.get();
            assertThat(status(port)).isEqualTo(502);
            assertThat(blue.requests.get() + green.requests.get()).isEqualTo(before + 1);
        }
    }

    @Test
    void bothOpenAnotherConnectionWhenATargetHasClosedAnIdleOne() throws Exception {
        blue.closesIdle = true;
        green.closesIdle = true;
        for (int port : ports()) {
            for (int i = 0; i < 50; i++) {
                assertThat(status(port)).isEqualTo(200);
                Thread.sleep(A_CLOSE_HAS_ARRIVED_MILLIS);
            }
        }
    }

    /** For a refused connection HAProxy's code is 503 and an Application Load Balancer's 502; neither tries another. */
    @Test
    void bothFailWhatGoesToADeadTargetAndHelpItNowhere() throws Exception {
        green.close();
        Service.await(() -> refuses(green.port()));
        for (int port : ports()) {
            int dead = port == haproxy.port() ? 503 : 502;
            int failed = 0;
            for (int i = 0; i < 500; i++) {
                int status = status(port);
                assertThat(status).isIn(200, dead);
                failed += status == dead ? 1 : 0;
            }
            assertThat(failed).as("failed through port %d", port).isBetween(60, 140);
        }
    }

    @Test
    void bothLetADrainingTargetFinishAndGiveItNothingNew() throws Exception {
        green.hold();
        blue.hold();
        for (int port : ports()) {
            CompletableFuture<Integer> held = CompletableFuture.supplyAsync(() -> unchecked(port));
            Service.await(() -> green.requests.get() + blue.requests.get() > 0);
            drainGreen(port);
            blue.letGo();
            green.letGo();
            assertThat(held.join()).isEqualTo(200);
            int before = green.requests.get();
            for (int i = 0; i < 200; i++) {
                status(port);
            }
            assertThat(green.requests.get()).isEqualTo(before);
        }
    }

    private static boolean refuses(int port) {
        try {
            HttpConnection.open(port, PATIENCE).close();
            return false;
        } catch (IOException refused) {
            return true;
        }
    }

    private void drainGreen(int port) throws IOException {
        if (port == haproxy.port()) {
            haproxy.drain(green.port());
        } else {
            service.forward("Blue", 100, "Green", 0);
        }
    }

    private int[] ports() {
        return new int[] {service.balancer.ports("L").get(0), haproxy.port()};
    }

    private static int unchecked(int port) {
        try {
            return status(port);
        } catch (IOException cut) {
            return 0;
        }
    }

    private static int status(int port) throws IOException {
        try (HttpConnection connection = HttpConnection.open(port, PATIENCE)) {
            connection.timeout(PATIENCE);
            HttpHead.of("GET / HTTP/1.1", "Host", "127.0.0.1", "Connection", "close")
                    .write(connection.out());
            connection.out().flush();
            HttpHead answer = HttpHead.read(connection.in()).orElseThrow(() -> new IOException("closed"));
            HttpBody.copyResponse("GET", answer, connection.in(), OutputStream.nullOutputStream());
            return answer.status();
        }
    }
}
