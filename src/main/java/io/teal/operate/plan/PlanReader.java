package io.teal.operate.plan;

import io.teal.operate.RefusedException;
import io.teal.operate.account.Connection;
import io.teal.operate.account.HostRefresh;
import io.teal.operate.account.Service;
import io.teal.operate.account.SingleFleet;
import io.teal.operate.account.Stack;
import io.teal.operate.account.StackState;
import io.teal.operate.account.TemplateText;
import io.teal.release.observation.Direction;
import java.util.List;
import java.util.Optional;

/**
 * Forecasts what a deploy of a template would do to a stack.
 *
 * @param connection reads the live state
 */
public record PlanReader(Connection connection) {

    /**
     * What a deploy would do.
     *
     * @param stack the stack's name
     * @param state the stack; empty if there is none yet
     * @param services the forecast of each service in the new template that has two colours
     * @param fleets the forecast of each that has one fleet
     */
    public record Outlook(
            String stack, Optional<StackState> state, List<Forecast> services, List<FleetForecast> fleets) {
        /** Copies the lists. */
        public Outlook {
            services = List.copyOf(services);
            fleets = List.copyOf(fleets);
        }

        /** Whether CloudFormation refuses a deploy because another operation is in progress. */
        boolean busy() {
            return state.filter(now -> now.direction() != Direction.IDLE).isPresent();
        }

        /** Whether the deploy would be accepted. */
        public boolean accepted() {
            return !busy()
                    && services.stream().allMatch(Forecast::accepted)
                    && fleets.stream().allMatch(FleetForecast::accepted);
        }
    }

    /**
     * What a deploy of {@code template} would do to the stack called {@code name}.
     *
     * @throws RefusedException if the template has no service of Teal, or cannot be read
     * @throws io.teal.release.port.AwsException if something cannot be read
     */
    public Outlook read(String name, TemplateText template) {
        Optional<Stack> deployed = Stack.find(connection.account(), connection.reads(), name);
        List<Forecast> services = deployed.map(stack -> onto(stack, template))
                .orElseGet(() -> Stack.undeployed(name, template).stream()
                        .map(Forecaster::first)
                        .toList());
        List<FleetForecast> fleets = deployed.map(stack -> fleets(stack, template))
                .orElseGet(() -> SingleFleet.of(template).stream()
                        .map(next -> new FleetForecast(next, Optional.empty(), Optional.empty(), Optional.empty()))
                        .toList());
        return new Outlook(name, deployed.map(Stack::state), services, fleets);
    }

    private List<FleetForecast> fleets(Stack stack, TemplateText template) {
        List<SingleFleet> deployed = stack.singleFleets();
        return stack.singleFleets(template).stream()
                .map(next -> new FleetForecast(
                        next,
                        deployed.stream()
                                .filter(one -> one.service().equals(next.service()))
                                .findFirst(),
                        connection.aws().describeAutoScalingGroup(next.group()),
                        next.inPlace() ? Optional.empty() : refresh(next)))
                .toList();
    }

    private Optional<HostRefresh> refresh(SingleFleet fleet) {
        return connection.account().describeInstanceRefreshes(fleet.group()).stream()
                .filter(HostRefresh::running)
                .findFirst();
    }

    private List<Forecast> onto(Stack stack, TemplateText template) {
        List<Service> deployed = stack.services();
        return stack.services(template).stream()
                .map(next -> new Forecaster(connection)
                        .of(
                                next,
                                deployed.stream()
                                        .filter(service -> service.name().equals(next.name()))
                                        .findFirst()))
                .toList();
    }
}
