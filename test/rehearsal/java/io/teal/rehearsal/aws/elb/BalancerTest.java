package io.teal.rehearsal.aws.elb;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.rehearsal.Timescale;
import io.teal.rehearsal.http.HttpBody;
import io.teal.rehearsal.http.HttpConnection;
import io.teal.rehearsal.http.HttpHead;
import io.teal.rehearsal.http.RehearsalHeaders;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class BalancerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final HealthCheck CHECK = new HealthCheck(
            "/health",
            new StatusMatcher("200"),
            Duration.ofSeconds(5),
            Duration.ofSeconds(20),
            new HealthCheck.Thresholds(2, 2));

    private final Balancer balancer = new Balancer(new Timescale(100), 1, Propagation.AT_ONCE);
    private final List<FakeTarget> targets = new ArrayList<>();
    private final Instant begun = Instant.now();

    @AfterEach
    void close() throws IOException {
        balancer.close();
        for (FakeTarget target : targets) {
            target.close();
        }
    }

    @Test
    void requestsGoRoundTheHealthyTargets() throws Exception {
        listen("A", 1);
        target("A", "h1");
        target("A", "h2").healthy = false;
        target("A", "h3");
        await(() -> health("A", TargetState.HEALTHY) == 2 && health("A", TargetState.UNHEALTHY) == 1);
        Set<String> hosts = new HashSet<>();
        for (int i = 0; i < 10; i++) {
            hosts.add(get().header(RehearsalHeaders.HOST).orElseThrow());
        }
        assertThat(hosts).containsExactlyInAnyOrder("h1", "h3");
    }

    @Test
    void aGroupWithoutAHealthyTargetFailsOpen() throws Exception {
        listen("A", 1);
        target("A", "h1").healthy = false;
        await(() -> health("A", TargetState.UNHEALTHY) == 1);
        assertThat(get().status()).isEqualTo(200);
    }

    @Test
    void anEmptyGroupAnswers503AndNoOtherGroupHelps() throws Exception {
        listen("A", 0, "B", 1);
        target("A", "h1");
        await(() -> health("A", TargetState.HEALTHY) == 1);
        HttpHead answer = get();
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header(RehearsalHeaders.CAUSE)).hasValue("no registered targets in B");
        assertThat(balancer.counters().countOwn(status -> status == 503, begun, end()))
                .isEqualTo(1);
        assertThat(balancer.counters().groups()).isEmpty();
    }

    @Test
    void aTargetThatRefusesGives502() throws Exception {
        listen("A", 1);
        try (ServerSocket taken = new ServerSocket(0)) {
            balancer.register("A", "h1", taken.getLocalPort());
        }
        HttpHead answer = get();
        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.header(RehearsalHeaders.CAUSE)).hasValue("connection refused by A");
        assertThat(balancer.counters().count("A", status -> status == Counters.NO_ANSWER, begun, end()))
                .isEqualTo(1);
    }

    @Test
    void aRequestWhoseConnectionBreaksIsNotSentAgain() throws Exception {
        listen("A", 1);
        FakeTarget one = target("A", "h1");
        FakeTarget two = target("A", "h2");
        one.breaks = true;
        two.breaks = true;
        await(() -> health("A", TargetState.HEALTHY) == 2);
        assertThat(get().status()).isEqualTo(502);
        assertThat(one.requests.get() + two.requests.get()).isEqualTo(1);
    }

    @Test
    void anIdleConnectionThatTheTargetClosedIsNotUsed() throws Exception {
        listen("A", 1);
        FakeTarget target = target("A", "h1");
        target.closesIdle = true;
        await(() -> health("A", TargetState.HEALTHY) == 1);
        for (int i = 0; i < 20; i++) {
            assertThat(get().status()).isEqualTo(200);
            target.closed.acquire();
        }
    }

    @Test
    void aGroupThatNoListenerForwardsToIsUnusedAndNeverProbed() throws Exception {
        listen("A", 1);
        balancer.putGroup(group("B"));
        FakeTarget watched = target("A", "h1");
        FakeTarget unused = target("B", "h2");
        await(() -> watched.probes.get() >= 3);
        assertThat(unused.probes.get()).isZero();
        assertThat(balancer.targets("B").values()).containsExactly(TargetState.UNUSED);
    }

    @Test
    void aGroupAtWeightZeroIsProbed() throws Exception {
        listen("A", 1, "B", 0);
        target("B", "h1");
        await(() -> health("B", TargetState.HEALTHY) == 1);
    }

    @Test
    void aDrainingTargetFinishesWhatItHasAndTakesNothingNew() throws Exception {
        listen("A", 1);
        FakeTarget leaving = target("A", "h1");
        await(() -> health("A", TargetState.HEALTHY) == 1);
        leaving.hold();
        CompletableFuture<Integer> slow = CompletableFuture.supplyAsync(this::status);
        await(() -> leaving.requests.get() == 1);
        CompletableFuture<Void> drained = CompletableFuture.runAsync(() -> deregister("h1"));
        await(() -> health("A", TargetState.DRAINING) == 1);
        assertThat(get().header(RehearsalHeaders.CAUSE)).hasValue("no registered targets in A");
        leaving.letGo();
        assertThat(slow.get()).isEqualTo(200);
        drained.get();
        assertThat(balancer.targets("A")).isEmpty();
    }

    @Test
    void aRequestThatOutlivesTheDeregistrationDelayGets502() throws Exception {
        listen("A", 1);
        FakeTarget leaving = target("A", "h1");
        await(() -> health("A", TargetState.HEALTHY) == 1);
        leaving.hold();
        CompletableFuture<Integer> slow = CompletableFuture.supplyAsync(this::status);
        await(() -> leaving.requests.get() == 1);
        deregister("h1");
        assertThat(slow.get()).isEqualTo(502);
        leaving.letGo();
    }

    @Test
    void aHostThatIsNotInAGroupLeavesItWithoutAWord() throws Exception {
        listen("A", 1);
        target("A", "h1");
        deregister("h2");
        await(() -> health("A", TargetState.HEALTHY) == 1);
    }

    @Test
    void aRedirectIsAnsweredByTheListener() throws Exception {
        Map<String, String> location = Map.of("Location", "https://#{host}:443/#{path}");
        balancer.putListener(new ListenerModel("L", 80, new ActionModel.FixedResponse(301, location, "")));
        HttpHead answer = get();
        assertThat(answer.status()).isEqualTo(301);
        assertThat(answer.header("Location").orElseThrow())
                .startsWith("https://127.0.0.1")
                .endsWith("/");
    }

    private void listen(Object... groupsAndWeights) {
        List<ActionModel.Share> shares = new ArrayList<>();
        for (int i = 0; i < groupsAndWeights.length; i += 2) {
            String name = (String) groupsAndWeights[i];
            balancer.putGroup(group(name));
            shares.add(new ActionModel.Share(name, (Integer) groupsAndWeights[i + 1]));
        }
        balancer.putListener(new ListenerModel("L", 80, new ActionModel.Forward(shares)));
    }

    private static TargetGroupModel group(String id) {
        return new TargetGroupModel(id, CHECK, Duration.ofSeconds(20));
    }

    private FakeTarget target(String group, String host) throws IOException {
        FakeTarget target = new FakeTarget();
        targets.add(target);
        balancer.register(group, host, target.port());
        return target;
    }

    private void deregister(String host) {
        balancer.deregister("A", host);
    }

    private long health(String group, TargetState state) {
        return Collections.frequency(balancer.targets(group).values(), state);
    }

    private static Instant end() {
        return Instant.now().plusSeconds(1);
    }

    private HttpHead get() throws IOException {
        try (HttpConnection connection = HttpConnection.open(balancer.ports("L").get(0), PATIENCE)) {
            connection.timeout(PATIENCE);
            HttpHead.of("GET / HTTP/1.1", "Host", "127.0.0.1").write(connection.out());
            connection.out().flush();
            HttpHead answer = HttpHead.read(connection.in()).orElseThrow();
            HttpBody.copyResponse("GET", answer, connection.in(), new ByteArrayOutputStream());
            return answer;
        }
    }

    private int status() {
        try {
            return get().status();
        } catch (IOException failed) {
            return 0;
        }
    }

    private static void await(BooleanSupplier holds) throws InterruptedException {
        while (!holds.getAsBoolean()) {
            Thread.sleep(5);
        }
    }
}
