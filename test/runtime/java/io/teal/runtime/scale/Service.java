package io.teal.runtime.scale;

import io.teal.release.Color;
import io.teal.release.Release;
import io.teal.release.cutover.CutoverMap;
import io.teal.release.port.AlarmReading;
import io.teal.release.port.AutoScalingGroup;
import io.teal.release.port.Execution;
import io.teal.release.port.ListenerRule;
import io.teal.runtime.execution.Event.ResourceType;
import io.teal.runtime.execution.FakeAws;
import io.teal.runtime.execution.Orders;
import io.teal.runtime.execution.Runs;
import io.teal.runtime.statemachine.LocalMachine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One service that is started and promoted by one deploy: Preflight, the new fleet, Shift. The machine of each run is
 * stepped when its time has come.
 */
final class Service {
    private static final Release BEFORE = Orders.release(Color.BLUE, "1.0.0", "none");
    private static final Release AFTER = Orders.release(Color.GREEN, "1.0.0", "2.0.0");
    private static final int HOSTS = 10;
    private static final int CREATE_MILLIS = 10_000;
    private static final int BOOT_MILLIS = 60_000;

    /** Between two states of an execution. */
    private static final int TRANSITION_MILLIS = 50;

    private final Region region;
    private final FakeAws aws = new FakeAws();
    private final Runs runs;
    private final String number;
    private final List<Long> inService = new ArrayList<>();
    private LocalMachine machine;
    private ResourceType type;
    final Map<String, Object> answer = new HashMap<>();
    long ended = -1;
    int transitions;
    long busyMillis;
    int invocations;

    Service(Region region, int number) {
        this.region = region;
        this.number = Integer.toString(number);
        this.runs = new Runs(region.limited(aws), (url, said) -> answer.putAll(said), region, line -> {});
        Orders.fleet(aws, Color.BLUE, "1.0.0", HOSTS);
        Orders.weights(aws, 100, 0);
        for (Color color : Color.values()) {
            String preview = "arn:listener/preview-" + color;
            ListenerRule.Action forward = new ListenerRule.Action(
                    "forward", List.of(new ListenerRule.WeightedGroup(Orders.targets(color), 1)), "rest");
            aws.rules.put(preview, List.of(new ListenerRule(preview, true, List.of(forward))));
        }
        List.of("shared", "green-errors", "blue-errors")
                .forEach(name -> aws.alarms.put(name, new AlarmReading("OK", "")));
        begin(ResourceType.PREFLIGHT);
    }

    private void begin(ResourceType which) {
        type = which;
        String name = which.prefix() + number;
        aws.executions.add(0, new Execution("arn:" + name, name, "RUNNING", region.instant()));
        machine = new LocalMachine(
                runs,
                (function, payload) -> Map.of(),
                "arn:" + name,
                region.instant(),
                Map.of(Runs.EVENT, event(which)));
    }

    private Map<String, Object> event(ResourceType which) {
        Map<String, Object> event = Orders.event(which, number, Optional.of(BEFORE), AFTER);
        Map<String, Object> properties = new TreeMap<>(CutoverMap.write(Orders.properties(AFTER)));
        properties.put("MaxCapacity", "20");
        event.put("ResourceProperties", properties);
        return event;
    }

    boolean promoted() {
        return type == ResourceType.SHIFT && "SUCCESS".equals(answer.get("Status"));
    }

    String reason() {
        return String.valueOf(answer.get("Reason"));
    }

    /** Makes the next step at {@code at}; returns when the one after it is due, -1 if the deploy has ended. */
    long step(long at) {
        region.now = at;
        boot();
        boolean calls = machine.state() != LocalMachine.State.CALL;
        Duration wait = machine.step();
        transitions += wait.isZero() ? 2 : 3;
        invocations += calls ? 1 : 0;
        busyMillis += region.now - at;
        long next = region.now + TRANSITION_MILLIS + wait.toMillis();
        return over() ? goesOn(next) : next;
    }

    private boolean over() {
        return machine.state() == LocalMachine.State.DONE || machine.state() == LocalMachine.State.FAILED;
    }

    private long goesOn(long next) {
        Execution run = aws.executions.remove(0);
        aws.executions.add(0, new Execution(run.arn(), run.name(), "SUCCEEDED", run.started()));
        aws.outputs.put(run.arn(), machine.payload());
        if (type == ResourceType.SHIFT || !"SUCCESS".equals(answer.get("Status"))) {
            ended = next;
            return -1;
        }
        for (int host = 0; host < HOSTS; host++) {
            inService.add(next + CREATE_MILLIS + BOOT_MILLIS + region.random.nextInt(BOOT_MILLIS / 4));
        }
        region.now = next + CREATE_MILLIS;
        answer.clear();
        begin(ResourceType.SHIFT);
        return region.now;
    }

    /** Green has those of its hosts that have booted. */
    private void boot() {
        if (inService.isEmpty()) {
            return;
        }
        int up = (int) inService.stream().filter(at -> at <= region.now).count();
        AutoScalingGroup green = aws.groups.get("shop-orders-green");
        if (green == null || green.instances().size() < up || up == 0) {
            Map<String, String> promoted = green == null ? Map.of() : green.tags();
            Orders.fleet(aws, Color.GREEN, "2.0.0", up);
            AutoScalingGroup shown = aws.groups.get("shop-orders-green");
            Map<String, String> tags = new HashMap<>(promoted);
            tags.putAll(shown.tags());
            aws.groups.put(
                    shown.name(), new AutoScalingGroup(shown.name(), HOSTS, 1, 20, "1", shown.instances(), tags));
        }
    }
}
