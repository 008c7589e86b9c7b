package io.teal.runtime.install;

import io.teal.release.Color;
import io.teal.release.cutover.InstallProperties;
import io.teal.release.port.Revision;
import io.teal.runtime.execution.Event;
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

/** A service whose green is being installed: one execution of Install after the other. */
final class Installs {
    static final Duration TIMEOUT = Duration.ofMinutes(20);

    final FakeAws aws = new FakeAws();
    final Timeline time = new Timeline();
    final Agents codeDeploy = new Agents(time);
    final Fleet fleet = new Fleet(aws, time, codeDeploy, "2.0.0");
    final List<String> log = new ArrayList<>();
    private final Map<String, Object> answers = new HashMap<>();
    private final Runs runs = new Runs(aws, (url, answer) -> answers.putAll(answer), time, log::add);
    /** How long it bakes, if it installs where traffic is. */
    Optional<Duration> inPlace = Optional.empty();

    private int requests;

    Installs() {
        aws.codeDeploy = codeDeploy;
        Orders.weights(aws, 100, 0);
    }

    static String key(String version) {
        return "orders/" + version + ".zip";
    }

    static Revision revision(String version) {
        return new Revision("artifacts", key(version));
    }

    /** The event of CloudFormation that wants {@code version} on green. */
    Map<String, Object> event(String version) {
        Map<String, Object> event = Orders.event(
                Event.ResourceType.SHIFT,
                "r" + ++requests,
                Optional.empty(),
                Orders.release(Color.BLUE, "1.0.0", version));
        event.put("ResourceType", "Custom::TealInstall");
        event.put("LogicalResourceId", "InstallGreen");
        event.put("StackId", "arn:aws:cloudformation:eu-west-1:111111111111:stack/shop/1");
        InstallProperties install = new InstallProperties(
                Optional.of(Color.GREEN), "Orders", "Green", "artifacts", key(version), TIMEOUT, inPlace);
        Map<String, Object> properties = new TreeMap<>(inner(event, "ResourceProperties"));
        properties.put(InstallProperties.NAME, install.write());
        event.put("ResourceProperties", properties);
        return event;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> inner(Map<String, Object> map, String name) {
        return (Map<String, Object>) map.get(name);
    }

    /** An execution that has not begun. */
    LocalMachine execution(String version) {
        answers.clear();
        return new LocalMachine(
                runs,
                (function, payload) -> Map.of(),
                "arn:install-" + requests,
                time.instant(),
                Map.of("event", event(version)));
    }

    /** Runs it to its end, and returns what CloudFormation is answered. */
    String install(String version) {
        return run(execution(version));
    }

    /** CloudFormation sends {@code event}. */
    void send(Map<String, Object> event) {
        runs.onEvent(event);
    }

    String run(LocalMachine machine) {
        while (machine.state() != LocalMachine.State.DONE && machine.state() != LocalMachine.State.FAILED) {
            time.pass(Math.max(1, machine.step().toSeconds()));
        }
        return answer();
    }

    String answer() {
        return answers.get("Status") + " " + answers.get("Reason");
    }

    /** What the hosts in service run. */
    List<String> runs() {
        return fleet.hosts.stream()
                .filter(host -> host.inService)
                .map(host -> host.runs)
                .distinct()
                .toList();
    }

    /** What their tags say. */
    List<String> tags() {
        return fleet.hosts.stream()
                .filter(host -> host.inService)
                .map(this::tag)
                .distinct()
                .toList();
    }

    String tag(Host host) {
        return aws.hosts.get(host.id).get("teal:version");
    }
}
