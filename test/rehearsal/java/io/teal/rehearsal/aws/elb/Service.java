package io.teal.rehearsal.aws.elb;

import io.teal.rehearsal.http.HttpBody;
import io.teal.rehearsal.http.HttpConnection;
import io.teal.rehearsal.http.HttpHead;
import io.teal.rehearsal.http.RehearsalHeaders;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BooleanSupplier;

/** A balancer with the listener {@code L}, some targets, and a client of it. */
final class Service implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final HealthCheck CHECK = new HealthCheck(
            "/health",
            new StatusMatcher("200"),
            Duration.ofSeconds(5),
            Duration.ofSeconds(20),
            new HealthCheck.Thresholds(2, 2));

    final Balancer balancer;
    private final List<FakeTarget> targets = new ArrayList<>();

    Service(Balancer balancer) {
        this.balancer = balancer;
    }

    static TargetGroupModel group(String id) {
        return new TargetGroupModel(id, CHECK, Duration.ofSeconds(20));
    }

    /** Creates the groups, and then opens or updates the listener; {@code forward("A", 1, "B", 0)}. */
    void forward(Object... groupsAndWeights) {
        ActionModel.Forward forward = shares(groupsAndWeights);
        forward.weights().keySet().forEach(group -> balancer.putGroup(group(group)));
        balancer.putListener(new ListenerModel("L", 80, forward));
    }

    /** Opens or updates the listener; its one group is there already. */
    void forwardTo(String group) {
        balancer.putListener(new ListenerModel("L", 80, shares(group, 1)));
    }

    static ActionModel.Forward shares(Object... groupsAndWeights) {
        List<ActionModel.Share> shares = new ArrayList<>();
        for (int i = 0; i < groupsAndWeights.length; i += 2) {
            shares.add(new ActionModel.Share((String) groupsAndWeights[i], (Integer) groupsAndWeights[i + 1]));
        }
        return new ActionModel.Forward(shares);
    }

    FakeTarget target(String group, String host) throws IOException {
        FakeTarget target = new FakeTarget();
        targets.add(target);
        balancer.register(group, host, target.port());
        return target;
    }

    /** The same, and waits until it is healthy. */
    FakeTarget healthyTarget(String group, String host) throws IOException, InterruptedException {
        FakeTarget target = target(group, host);
        await(() -> balancer.targets(group).get(host) == TargetState.HEALTHY);
        return target;
    }

    long health(String group, TargetState state) {
        return Collections.frequency(balancer.targets(group).values(), state);
    }

    /** The same connection for several requests. */
    HttpConnection connect() throws IOException {
        HttpConnection connection = HttpConnection.open(balancer.ports("L").get(0), PATIENCE);
        connection.timeout(PATIENCE);
        return connection;
    }

    static HttpHead exchange(HttpConnection connection, HttpHead request) throws IOException {
        request.write(connection.out());
        connection.out().flush();
        HttpHead answer = HttpHead.read(connection.in()).orElseThrow();
        HttpBody.copyResponse(request.method(), answer, connection.in(), new ByteArrayOutputStream());
        return answer;
    }

    /** The host that answers a request to node {@code node}. */
    String hostBehind(int node) {
        try {
            return get(node, HttpHead.of("GET / HTTP/1.1", "Host", "127.0.0.1"))
                    .header(RehearsalHeaders.HOST)
                    .orElse("");
        } catch (IOException failed) {
            return "";
        }
    }

    HttpHead get(int node, HttpHead request) throws IOException {
        try (HttpConnection connection = HttpConnection.open(balancer.ports("L").get(node), PATIENCE)) {
            connection.timeout(PATIENCE);
            return exchange(connection, request);
        }
    }

    static void await(BooleanSupplier holds) throws InterruptedException {
        while (!holds.getAsBoolean()) {
            Thread.sleep(5);
        }
    }

    @Override
    public void close() throws IOException {
        balancer.close();
        for (FakeTarget target : targets) {
            target.close();
        }
    }
}
