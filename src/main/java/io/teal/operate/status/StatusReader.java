package io.teal.operate.status;

import io.teal.operate.RefusedException;
import io.teal.operate.account.Connection;
import io.teal.operate.account.Service;
import io.teal.operate.account.SingleFleet;
import io.teal.operate.account.Stack;
import io.teal.release.Color;
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
                single.stream().map(new SingleFleetReading(connection)::of).toList());
    }

    private ServiceStatus service(Service service) {
        CutoverProperties properties = service.properties();
        Observer observer = new Observer(connection.aws(), properties, connection.clock());
        List<Execution> executions = connection.aws().listExecutions(properties.stateMachine());
        List<RunStatus> runs = RunStatus.running(connection.account(), executions, Optional.of(properties));
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
}
