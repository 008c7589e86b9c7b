package io.teal.rehearsal.aws.elb;

import io.teal.rehearsal.VirtualTimers;
import io.teal.rehearsal.demo.ModelledDemo;
import io.teal.rehearsal.http.HttpHead;
import io.teal.rehearsal.http.RehearsalHeaders;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Two target groups behind one listener on the virtual clock, a hundred requests a second, and what a release does. */
public final class VirtualService {
    /** The time a host takes for a request. */
    public static final Duration EACH = Duration.ofMillis(40);

    /** Shorter than the load balancer waits for an answer. */
    static final Duration DRAIN = Duration.ofSeconds(50);

    static final Duration BETWEEN = Duration.ofMillis(10);
    static final String LISTENER = "L";

    public final VirtualTimers timers = new VirtualTimers();
    public final Balancer balancer;
    /** How many requests came to what, as {@code 200 from a1}. */
    final Map<String, Integer> outcomes = new TreeMap<>();

    private final ModelledNetwork network = new ModelledNetwork(timers);
    private final Map<String, ModelledDemo> hosts = new HashMap<>();
    private boolean stopped;
    private int number;

    public VirtualService(long seed) {
        balancer = network.balancer(seed, Propagation.USUAL);
        group("A");
        group("B");
        balancer.putListener(new ListenerModel(LISTENER, 80, weights(100, 0)));
    }

    void group(String id) {
        HealthCheck check = new HealthCheck(
                "/",
                new StatusMatcher("200"),
                Duration.ofSeconds(10),
                Duration.ofSeconds(5),
                new HealthCheck.Thresholds(2, 2));
        balancer.putGroup(new TargetGroupModel(id, check, DRAIN));
    }

    static ActionModel.Forward weights(int a, int b) {
        return new ActionModel.Forward(List.of(new ActionModel.Share("A", a), new ActionModel.Share("B", b)));
    }

    public void host(String group, String id, Duration boot, Duration each) {
        ModelledDemo demo = new ModelledDemo(List.of(), 0, timers, boot, () -> each);
        hosts.put(id, demo);
        network.add(id, demo);
        balancer.register(group, id, 1);
    }

    public void pass(Duration time) {
        timers.await(timers.after(time));
    }

    /** One request, to the next node. */
    public void send() {
        int node = number % balancer.ports(LISTENER).size();
        HttpHead request = HttpHead.of("GET / HTTP/1.1", "Host", "shop", RehearsalHeaders.REQUEST, "r" + number++);
        network.connect(node, LISTENER).send(request).thenAccept(answer -> came(answer.orElseThrow()));
    }

    private void came(HttpHead answer) {
        String cause = answer.header(RehearsalHeaders.CAUSE)
                .or(() -> answer.header(RehearsalHeaders.HOST).map(host -> "from " + host.charAt(0)))
                .orElseThrow();
        outcomes.merge(answer.startLine().split(" ")[1] + " " + cause, 1, Integer::sum);
    }

    /** How many requests came to nothing. */
    int lost() {
        return total()
                - outcomes.entrySet().stream()
                        .filter(one -> one.getKey().startsWith("200"))
                        .mapToInt(Map.Entry::getValue)
                        .sum();
    }

    int total() {
        return outcomes.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The host's process is gone, at once. */
    public void kill(String host) {
        hosts.get(host).kill();
    }

    void load() {
        if (!stopped) {
            send();
            timers.after(BETWEEN).thenRun(this::load);
        }
    }

    /** Stops the load and lets what is under way come to its end. */
    public Map<String, Integer> end() {
        stopped = true;
        pass(Duration.ofMinutes(5));
        return outcomes;
    }

    public void served() {
        host("A", "a1", Duration.ZERO, EACH);
        host("A", "a2", Duration.ZERO, EACH);
        pass(Duration.ofSeconds(30));
        load();
        pass(Duration.ofMinutes(1));
    }

    /** A release as it should go: new hosts are healthy, weights move, all nodes know, old hosts drain. */
    VirtualService released() {
        served();
        host("B", "b1", Duration.ofSeconds(40), EACH);
        host("B", "b2", Duration.ofSeconds(70), EACH);
        pass(Duration.ofMinutes(2));
        balancer.modify(LISTENER, weights(0, 100));
        pass(Duration.ofMinutes(1));
        endAll("A", "a1", "a2");
        pass(Duration.ofMinutes(1));
        end();
        return this;
    }

    void endAll(String group, String... ids) {
        for (String id : ids) {
            balancer.startDeregister(group, id).thenRun(() -> kill(id));
        }
    }
}
