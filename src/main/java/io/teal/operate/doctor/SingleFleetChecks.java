package io.teal.operate.doctor;

import io.teal.operate.account.Connection;
import io.teal.operate.account.HostRefresh;
import io.teal.operate.account.SingleFleet;
import io.teal.release.port.AutoScalingGroup;
import io.teal.release.port.Execution;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The checks of a service with one fleet.
 *
 * @param connection reads
 * @param fleet the service
 */
record SingleFleetChecks(Connection connection, SingleFleet fleet) {
    /** All of them, by what they look at, in order. */
    Map<String, Supplier<CheckResult>> all() {
        Map<String, Supplier<CheckResult>> checks = new LinkedHashMap<>();
        checks.put("hosts", this::hosts);
        checks.put("alarms", () -> AlarmCheck.of(connection.aws(), fleet.alarms(), !fleet.inPlace()));
        if (!fleet.inPlace()) {
            checks.put("versions", this::versions);
            checks.put("refresh", this::refresh);
        }
        fleet.install().ifPresent(install -> checks.put("runs", () -> runs(install.machine())));
        return checks;
    }

    private Optional<AutoScalingGroup> group() {
        return connection.aws().describeAutoScalingGroup(fleet.group());
    }

    private CheckResult hosts() {
        Optional<AutoScalingGroup> group = group();
        if (group.isEmpty()) {
            return CheckResult.bad("", "there is no group " + fleet.group(), "deploy the stack");
        }
        int desired = group.get().desired();
        int healthy = fleet.targetGroups().stream()
                .mapToInt(this::healthy)
                .min()
                .orElse(group.get().instances().size());
        String seen = healthy + " of " + desired + " hosts are healthy; it is " + fleet.way();
        return healthy >= desired
                ? CheckResult.ok("", seen)
                : CheckResult.bad("", seen, "see why: teal status, and the logs of its hosts");
    }

    private int healthy(String targetGroup) {
        return (int) connection.aws().describeTargetHealth(targetGroup).stream()
                .filter(target -> target.state().equals("healthy"))
                .count();
    }

    private CheckResult versions() {
        List<String> outdated = group().map(AutoScalingGroup::outdated).orElse(List.of());
        return outdated.isEmpty()
                ? CheckResult.ok("", "every host has booted from the launch template version that new ones get")
                : CheckResult.note(
                        "",
                        outdated.size() + " hosts have booted from another launch template version",
                        "a refresh replaces them: teal status shows whether one goes on");
    }

    private CheckResult runs(String machine) {
        return connection.aws().listExecutions(machine).stream()
                .filter(Execution::running)
                .map(Execution::name)
                .findFirst()
                .map(one -> CheckResult.note("", "going on: " + one, "teal status --watch"))
                .orElseGet(() -> CheckResult.ok("", "none goes on"));
    }

    private CheckResult refresh() {
        return connection.account().describeInstanceRefreshes(fleet.group()).stream()
                .filter(HostRefresh::running)
                .findFirst()
                .map(one -> CheckResult.note(
                        "",
                        one.id() + " is " + one.status() + ", " + one.percent() + " percent of the hosts are replaced",
                        "teal status --watch"))
                .orElseGet(() -> CheckResult.ok("", "none goes on"));
    }
}
