package io.teal.runtime.install;

import io.teal.release.port.AutoScalingGroup;
import io.teal.runtime.execution.FakeAws;
import io.teal.runtime.execution.Orders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Green's fleet: launches until it has its size, and lets CodeDeploy's hook decide about each new host. */
final class Fleet {
    static final String GROUP = "shop-orders-green";
    private static final int MAX = 20;
    private static final int BOOT_SECONDS = 40;

    final List<Host> hosts = new ArrayList<>();
    private final FakeAws aws;
    private final Timeline time;
    private final Agents codeDeploy;
    private String version;
    private int desired;
    private int born;

    Fleet(FakeAws aws, Timeline time, Agents codeDeploy, String version) {
        this.aws = aws;
        this.time = time;
        this.codeDeploy = codeDeploy;
        this.version = version;
        codeDeploy.of(this);
    }

    void size(int wanted) {
        desired = wanted;
        while (hosts.size() < desired) {
            launch();
        }
        show();
    }

    void atLeast(int wanted) {
        size(Math.max(wanted, desired));
    }

    /** CloudFormation writes another version to the group; hosts that are there keep their tags. */
    void says(String other) {
        version = other;
        show();
    }

    private void launch() {
        Host host = new Host("i-" + ++born, Map.of("teal:color", "green", "teal:version", version));
        hosts.add(host);
        aws.hosts.put(host.id, host.tags);
        time.in(BOOT_SECONDS, () -> codeDeploy.launched(host));
    }

    /** The launch hook is answered. */
    void complete(Host host, boolean goesOn) {
        if (goesOn) {
            host.inService = true;
        } else {
            hosts.remove(host);
            size(desired);
        }
        show();
    }

    private void show() {
        List<String> inService = hosts.stream()
                .filter(host -> host.inService)
                .map(host -> host.id)
                .toList();
        Map<String, String> tags = new TreeMap<>(Map.of("teal:color", "green", "teal:version", version));
        aws.groups.put(GROUP, new AutoScalingGroup(GROUP, desired, 1, MAX, "1", inService, tags));
        Orders.weights(aws, 100, 0);
    }
}
