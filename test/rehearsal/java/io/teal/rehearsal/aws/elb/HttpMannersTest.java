package io.teal.rehearsal.aws.elb;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.rehearsal.Timescale;
import io.teal.rehearsal.http.HttpConnection;
import io.teal.rehearsal.http.HttpHead;
import io.teal.rehearsal.http.RehearsalHeaders;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Timeouts, limits and other protocols, as clients of a load balancer see them. */
@Timeout(120)
class HttpMannersTest {
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final HttpHead REQUEST = HttpHead.of("GET / HTTP/1.1", "Host", "shop");
    private static final HttpHead UPGRADE =
            HttpHead.of("GET / HTTP/1.1", "Host", "shop", "Connection", "Upgrade", "Upgrade", "echo");

    private final Instant begun = Instant.now();
    private final Service service = new Service(new Balancer(new Timescale(100), 1, Propagation.AT_ONCE));

    @AfterEach
    void close() throws IOException {
        service.close();
    }

    @Test
    void aTargetThatIsSilentForLongerThanTheIdleTimeoutGives504() throws Exception {
        FakeTarget target = listen(SHORT, Duration.ofHours(1));
        target.hold();
        HttpHead answer = service.get(0, REQUEST);
        assertThat(answer.status()).isEqualTo(504);
        assertThat(answer.header(RehearsalHeaders.CAUSE).orElseThrow())
                .startsWith("no answer in")
                .endsWith("from A");
        target.letGo();
    }

    @Test
    void aClientThatIsSilentForLongerThanTheIdleTimeoutIsLeft() throws Exception {
        listen(SHORT, Duration.ofHours(1));
        try (HttpConnection client = service.connect()) {
            assertThat(Service.exchange(client, REQUEST).status()).isEqualTo(200);
            assertThat(client.in().read()).isEqualTo(-1);
        }
    }

    @Test
    void aClientThatDoesNotSendItsBodyInTimeGets408() throws Exception {
        listen(SHORT, Duration.ofHours(1));
        HttpHead cut = HttpHead.of("POST / HTTP/1.1", "Host", "shop", "Content-Length", "5");
        assertThat(service.get(0, cut).status()).isEqualTo(408);
    }

    @Test
    void aConnectionThatAClientHasKeptForLongEnoughEndsWithAnAnswerThatSaysSo() throws Exception {
        listen(Duration.ofSeconds(60), Duration.ZERO);
        try (HttpConnection client = service.connect()) {
            HttpHead answer = Service.exchange(client, REQUEST);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.keepAlive()).isFalse();
            assertThat(client.in().read()).isEqualTo(-1);
        }
    }

    @Test
    void aConnectionToATargetThatWasIdleForTooLongIsNotUsedAgain() throws Exception {
        FakeTarget target = listen(Duration.ofHours(1), Duration.ofHours(1));
        service.get(0, REQUEST);
        service.get(0, REQUEST);
        assertThat(target.connections.get()).isEqualTo(1);
        Duration idle = Duration.ofSeconds(1);
        service.balancer.putLoadBalancer(new LoadBalancerModel("LB", idle, Duration.ofHours(1), Set.of()));
        Thread.sleep(idle.toMillis());
        service.get(0, REQUEST);
        assertThat(target.connections.get()).isEqualTo(2);
    }

    @Test
    void aClientThatLeavesBeforeItsAnswerIsCounted() throws Exception {
        FakeTarget target = listen(Duration.ofSeconds(60), Duration.ofHours(1));
        target.hold();
        try (HttpConnection client = service.connect()) {
            REQUEST.write(client.out());
            client.out().flush();
            Service.await(() -> target.requests.get() == 1);
            Thread.sleep(100);
        }
        target.letGo();
        Service.await(() -> own(460) == 1);
        assertThat(requests(200)).isZero();
        assertThat(requests(Counters.NO_ANSWER)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"16000, 1, 200", "17000, 1, 400", "16000, 4, 400"})
    void headsHaveLimits(int length, int headers, int status) throws Exception {
        listen(Duration.ofSeconds(60), Duration.ofHours(1));
        HttpHead request = REQUEST;
        for (int i = 0; i < headers; i++) {
            request = request.plus("X-" + i, "x".repeat(length));
        }
        request = request.plus("X-More", "x".repeat(headers > 1 ? 2000 : 0));
        assertThat(service.get(0, request).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"GET / HTTP/1.1, X, 400", "TRACE / HTTP/1.1, Host, 405"})
    void whatALoadBalancerDoesNotTakeItRefusesByItself(String line, String header, int status) throws Exception {
        FakeTarget target = listen(Duration.ofSeconds(60), Duration.ofHours(1));
        assertThat(service.get(0, HttpHead.of(line, header, "shop")).status()).isEqualTo(status);
        assertThat(target.requests.get()).isZero();
        assertThat(own(status)).isEqualTo(1);
    }

    @Test
    void anotherProtocolIsCarriedByteForByte() throws Exception {
        listen(Duration.ofSeconds(60), Duration.ofHours(1));
        try (HttpConnection client = service.connect()) {
            assertThat(upgrade(client).status()).isEqualTo(101);
            for (char letter : "hello".toCharArray()) {
                assertThat(said(client, letter)).isEqualTo(letter);
            }
        }
    }

    @Test
    void anotherProtocolIsCutWhenTheDeregistrationDelayIsOver() throws Exception {
        listen(Duration.ofSeconds(60), Duration.ofHours(1));
        try (HttpConnection client = service.connect()) {
            upgrade(client);
            assertThat(said(client, 'a')).isEqualTo('a');
            service.balancer.deregister("A", "h1");
            assertThat(client.in().read()).isEqualTo(-1);
        }
    }

    @Test
    void anotherProtocolEndsWhenBothSidesAreSilentForTooLong() throws Exception {
        listen(SHORT, Duration.ofHours(1));
        try (HttpConnection client = service.connect()) {
            upgrade(client);
            assertThat(client.in().read()).isEqualTo(-1);
        }
    }

    private static HttpHead upgrade(HttpConnection client) throws IOException {
        UPGRADE.write(client.out());
        client.out().flush();
        return HttpHead.read(client.in()).orElseThrow();
    }

    private static int said(HttpConnection client, char letter) throws IOException {
        client.out().write(letter);
        client.out().flush();
        return client.in().read();
    }

    private FakeTarget listen(Duration idle, Duration keepAlive) throws Exception {
        service.balancer.putLoadBalancer(new LoadBalancerModel("LB", idle, keepAlive, Set.of()));
        service.balancer.putGroup(Service.group("A"));
        service.balancer.putListener(new ListenerModel("L", 80, "LB", Service.shares("A", 1)));
        return service.healthyTarget("A", "h1");
    }

    private long own(int status) {
        return service.balancer
                .counters()
                .countOwn(code -> code == status, begun, Instant.now().plusSeconds(1));
    }

    private long requests(int status) {
        return service.balancer
                .counters()
                .count("A", code -> code == status, begun, Instant.now().plusSeconds(1));
    }
}
