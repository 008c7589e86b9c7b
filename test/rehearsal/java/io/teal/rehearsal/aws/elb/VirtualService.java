package io.teal.rehearsal.aws.elb;

import io.teal.rehearsal.VirtualTimers;
import io.teal.rehearsal.aws.elb.ModelledNetwork.ModelledHost;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Two target groups behind one listener on the virtual clock, a hundred requests a second, and what a release does. */
public final class VirtualService {
    /** The time a host takes for a request. */
    public static final Duration EACH = Duration.ofMillis(40);

    static final Duration DRAIN = Duration.ofSeconds(120);
    static final Duration BETWEEN = Duration.ofMillis(10);
    static final String LISTENER = "L";

    public final VirtualTimers timers = new VirtualTimers();
    public final Balancer balancer;
    final ModelledNetwork network = new ModelledNetwork(timers);
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
        network.boot(id, new ModelledHost(group + " version", timers.instant().plus(boot), each));
        balancer.register(group, id, 1);
    }

    public void pass(Duration time) {
        timers.await(timers.after(time));
    }

    /** One request, to the next node. */
    public void send() {
        network.send(number++, LISTENER);
    }

    /** The host's process is gone, at once. */
    public void kill(String host) {
        network.host(host).kill();
    }

    void load() {
        if (!stopped) {
            send();
            timers.in(BETWEEN, this::load);
        }
    }

    /** Stops the load and lets what is under way come to its end. */
    public Map<String, Integer> end() {
        stopped = true;
        pass(Duration.ofMinutes(5));
        return network.outcomes;
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
