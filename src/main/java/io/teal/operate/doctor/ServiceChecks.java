package io.teal.operate.doctor;

import io.teal.operate.account.Connection;
import io.teal.operate.account.Service;
import io.teal.release.Color;
import io.teal.release.Contract;
import io.teal.release.Release;
import io.teal.release.cutover.CutoverProperties;
import io.teal.release.observation.Fleet;
import io.teal.release.observation.Observation;
import io.teal.release.observation.Weights;
import io.teal.release.port.AutoScalingGroup;
import io.teal.release.port.Execution;
import io.teal.runtime.execution.Observer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The checks of one service. */
final class ServiceChecks {
    private final Connection connection;
    private final CutoverProperties properties;
    private final Observer observer;

    ServiceChecks(Connection connection, Service service) {
        this.connection = connection;
        this.properties = service.properties();
        this.observer = new Observer(connection.aws(), properties, connection.clock());
    }

    /** All of them, by what they look at, in order. */
    Map<String, Supplier<CheckResult>> all() {
        Map<String, Supplier<CheckResult>> checks = new LinkedHashMap<>();
        checks.put("weights", this::weights);
        checks.put("hosts", this::hosts);
        checks.put("standby", this::standby);
        checks.put("alarms", this::alarms);
        checks.put("runs", this::runs);
        checks.put("guard", this::guard);
        return checks;
    }

    private Release release() {
        return properties.request().release();
    }

    private CheckResult weights() {
        Weights wanted = Weights.of(release());
        Optional<Weights> live = observer.live();
        return live.equals(Optional.of(wanted))
                ? CheckResult.ok("", "production is " + wanted + " blue/green, as the template says")
                : CheckResult.bad(
                        "",
                        "production is " + live.map(Weights::toString).orElse("not set up") + " blue/green, and the"
                                + " template says " + wanted + ": the next deploy is refused",
                        live.filter(one -> !one.even()).isPresent()
                                ? "give all ports to one colour: teal rollback"
                                : "deploy the live weights first: teal plan names the flags");
    }

    private CheckResult hosts() {
        Observation.Fleets fleets = observer.fleets();
        for (Color color : Color.values()) {
            Fleet fleet = fleets.of(color);
            int needed = release().weight(color) > 0 ? fleet.desired() : 0;
            if (fleet.healthyEverywhere() < needed) {
                return CheckResult.bad(
                        "",
                        color + " serves and has " + fleet.healthyEverywhere() + " of " + needed + " hosts healthy",
                        "see why: teal status, and the logs of its hosts");
            }
            if (fleet.max() < fleets.of(color.other()).desired() && fleet.exists()) {
                return CheckResult.bad(
                        "",
                        color + " may have " + fleet.max() + " hosts, and the other colour wants "
                                + fleets.of(color.other()).desired(),
                        "raise maxCapacity");
            }
        }
        return CheckResult.ok("", "every colour that serves has all of its hosts healthy");
    }

    private CheckResult standby() {
        Color other = release().active().other();
        Fleet fleet = observer.fleets().of(other);
        if (!fleet.exists()) {
            return CheckResult.note(
                    "", other + " has no fleet: there is nothing to roll back to", "none, if that is meant");
        }
        int wanted = observer.fleets().of(release().active()).desired();
        return fleet.healthyEverywhere() >= wanted
                ? CheckResult.ok("", other + " could take all of production: " + fleet.healthyEverywhere() + " healthy")
                : CheckResult.note(
                        "",
                        other + " has " + fleet.healthyEverywhere() + " healthy hosts, production takes " + wanted,
                        "a rollback has to wait for the others");
    }

    private CheckResult alarms() {
        List<String> names = Stream.of(Color.values())
                .flatMap(color -> properties.alarms(color).stream())
                .distinct()
                .toList();
        return AlarmCheck.of(connection.aws(), names, false);
    }

    private CheckResult runs() {
        List<String> running = connection.aws().listExecutions(properties.stateMachine()).stream()
                .filter(Execution::running)
                .map(Execution::name)
                .toList();
        return running.isEmpty()
                ? CheckResult.ok("", "none goes on")
                : CheckResult.note("", "going on: " + String.join(", ", running), "teal status --watch");
    }

    private CheckResult guard() {
        if (properties.guard().isEmpty()) {
            return CheckResult.ok("", "none: an alarm after a release returns no traffic");
        }
        String held = Stream.of(Color.values())
                .map(color -> properties.of(color).group())
                .distinct()
                .flatMap(group -> connection.aws().describeAutoScalingGroup(group).stream())
                .filter(group -> group.tags().containsKey(Contract.GUARD_TAG))
                .map(AutoScalingGroup::name)
                .collect(Collectors.joining(", "));
        return held.isEmpty()
                ? CheckResult.ok("", "for " + properties.guard().get().toHours() + " h after each promotion")
                : CheckResult.note(
                        "",
                        "it is held by the tag " + Contract.GUARD_TAG + " on " + held,
                        "delete the tag when the maintenance is over");
    }
}
