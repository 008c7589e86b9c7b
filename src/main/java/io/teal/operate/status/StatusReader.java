package io.teal.operate.status;

import io.teal.operate.RefusedException;
import io.teal.operate.account.Account;
import io.teal.operate.account.Service;
import io.teal.operate.account.Stack;
import io.teal.release.Color;
import io.teal.release.cutover.CutoverProperties;
import io.teal.release.observation.Observation;
import io.teal.release.port.Aws;
import io.teal.release.port.Execution;
import io.teal.runtime.execution.ColorTags;
import io.teal.runtime.execution.Observer;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Reads how a stack and its services are. */
public final class StatusReader {
    private final Account account;
    private final Aws aws;
    private final Clock clock;

    /** Reads through {@code account} and {@code aws}. */
    public StatusReader(Account account, Aws aws, Clock clock) {
        this.account = account;
        this.aws = aws;
        this.clock = clock;
    }

    /**
     * How the stack called {@code name} is.
     *
     * @throws RefusedException if there is no such stack, or it has no service of Teal
     * @throws io.teal.release.port.AwsException if something cannot be read
     */
    public Status read(String name) {
        Stack stack = Stack.read(account, name);
        return new Status(
                clock.instant(),
                stack.state(),
                stack.someServices().stream().map(this::service).toList());
    }

    private ServiceStatus service(Service service) {
        CutoverProperties properties = service.properties();
        Observer observer = new Observer(aws, properties, clock);
        return new ServiceStatus(
                service.name(),
                properties.request().release(),
                observer.live(),
                fleets(properties, observer.fleets()),
                runs(properties));
    }

    private Map<Color, FleetStatus> fleets(CutoverProperties properties, Observation.Fleets seen) {
        Map<Color, FleetStatus> fleets = new EnumMap<>(Color.class);
        for (Color color : Color.values()) {
            aws.describeAutoScalingGroup(properties.of(color).group())
                    .ifPresent(group -> fleets.put(
                            color,
                            new FleetStatus(
                                    seen.of(color),
                                    ColorTags.of(properties, color).version(group),
                                    seen.served().contains(color),
                                    group.launchTemplateVersion(),
                                    properties.of(color).newest())));
        }
        return fleets;
    }

    private List<RunStatus> runs(CutoverProperties properties) {
        return aws.listExecutions(properties.stateMachine()).stream()
                .filter(Execution::running)
                .map(run -> new RunStatus(
                        run.name(), run.started(), RunLine.of(account.executionHistory(run.arn()), properties)))
                .toList();
    }
}
