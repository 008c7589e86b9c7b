package io.teal.operate.status;

import io.teal.operate.RefusedException;
import io.teal.operate.account.Connection;
import io.teal.operate.account.Service;
import io.teal.operate.account.SingleFleet;
import io.teal.operate.account.Stack;
import io.teal.operate.run.RunAt;
import io.teal.release.Color;
import io.teal.release.Contract;
import io.teal.release.cutover.CutoverProperties;
import io.teal.release.observation.Observation;
import io.teal.release.port.Execution;
import io.teal.runtime.execution.ColorTags;
import io.teal.runtime.execution.GuardOutlook;
import io.teal.runtime.execution.Observer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the live state of a stack and its services.
 *
 * @param connection reads it
 */
public record StatusReader(Connection connection) {
    /**
     * The live state of the stack called {@code name}.
     *
     * @throws RefusedException if there is no such stack, or it has no service of Teal
     * @throws io.teal.release.port.AwsException if something cannot be read
     */
    public Status read(String name) {
        Stack stack = Stack.read(connection.account(), connection.reads(), name);
        List<SingleFleet> single = stack.singleFleets();
        List<Service> services = single.isEmpty() ? stack.someServices() : stack.services();
        return new Status(
                connection.clock().instant(),
                stack.state(),
                services.stream().map(this::service).toList(),
                single.stream().map(this::fleet).toList());
    }

    private SingleFleetStatus fleet(SingleFleet fleet) {
        return connection
                .aws()
                .describeAutoScalingGroup(fleet.group())
                .map(group -> new SingleFleetStatus(
                        fleet,
                        Optional.ofNullable(group.tags().get(Contract.VERSION_TAG))
                                .orElse("launch template version " + group.launchTemplateVersion()),
                        group.desired(),
                        fleet.targetGroups().stream().map(this::healthy).toList(),
                        fleet.inPlace() ? 0 : group.outdated().size()))
                .orElseGet(() -> new SingleFleetStatus(fleet, "", 0, List.of(), 0));
    }

    private int healthy(String targetGroup) {
        return (int) connection.aws().describeTargetHealth(targetGroup).stream()
                .filter(target -> target.state().equals("healthy"))
                .count();
    }

    private ServiceStatus service(Service service) {
        CutoverProperties properties = service.properties();
        Observer observer = new Observer(connection.aws(), properties, connection.clock());
        List<Execution> executions = connection.aws().listExecutions(properties.stateMachine());
        List<RunStatus> runs = runs(executions, properties);
        return new ServiceStatus(
                service.name(),
                properties.request().release(),
                observer.live(),
                fleets(properties, observer.fleets()),
                runs,
                GuardOutlook.line(
                        connection.aws(), connection.clock(), service.stack().id(), properties, executions),
                runs.isEmpty() ? LastFailure.of(connection.aws(), executions) : Optional.empty());
    }

    private Map<Color, FleetStatus> fleets(CutoverProperties properties, Observation.Fleets fleets) {
        Map<Color, FleetStatus> statuses = new EnumMap<>(Color.class);
        for (Color color : Color.values()) {
            connection
                    .aws()
                    .describeAutoScalingGroup(properties.of(color).group())
                    .ifPresent(group -> statuses.put(
                            color,
                            new FleetStatus(
                                    fleets.of(color),
                                    ColorTags.of(properties, color).version(group),
                                    fleets.served().contains(color),
                                    group.launchTemplateVersion(),
                                    properties.of(color).newest())));
        }
        return statuses;
    }

    private List<RunStatus> runs(List<Execution> executions, CutoverProperties properties) {
        return executions.stream()
                .filter(Execution::running)
                .map(run -> new RunStatus(
                        run.name(),
                        run.started(),
                        RunAt.of(connection.account().executionHistory(run.arn()), properties)
                                .map(RunAt::line)
                                .orElse("")))
                .toList();
    }
}
