package io.teal.operate.status;

import io.teal.operate.account.Connection;
import io.teal.operate.account.HostRefresh;
import io.teal.operate.account.SingleFleet;
import io.teal.release.Contract;
import io.teal.release.port.AutoScalingGroup;
import io.teal.release.port.Execution;
import java.util.List;
import java.util.Optional;

/**
 * Reads the live state of a service with one fleet.
 *
 * @param connection reads it
 */
record SingleFleetReading(Connection connection) {
    SingleFleetStatus of(SingleFleet fleet) {
        return connection
                .aws()
                .describeAutoScalingGroup(fleet.group())
                .map(group -> of(fleet, group))
                .orElseGet(() -> new SingleFleetStatus(
                        fleet, "", 0, List.of(), 0, Optional.empty(), List.of(), Optional.empty()));
    }

    private SingleFleetStatus of(SingleFleet fleet, AutoScalingGroup group) {
        List<Execution> executions = fleet.install()
                .map(install -> connection.aws().listExecutions(install.machine()))
                .orElse(List.of());
        List<RunStatus> installs = RunStatus.running(connection.account(), executions, Optional.empty());
        Optional<HostRefresh> refresh = fleet.inPlace()
                ? Optional.empty()
                : connection.account().describeInstanceRefreshes(fleet.group()).stream()
                        .filter(HostRefresh::running)
                        .findFirst();
        return new SingleFleetStatus(
                fleet,
                Optional.ofNullable(group.tags().get(Contract.VERSION_TAG))
                        .orElse("launch template version " + group.launchTemplateVersion()),
                group.desired(),
                fleet.targetGroups().stream().map(this::healthy).toList(),
                fleet.inPlace() ? 0 : group.outdated().size(),
                refresh,
                installs,
                installs.isEmpty() ? LastFailure.of(connection.aws(), executions) : Optional.empty());
    }

    private int healthy(String targetGroup) {
        return (int) connection.aws().describeTargetHealth(targetGroup).stream()
                .filter(target -> target.state().equals("healthy"))
                .count();
    }
}
