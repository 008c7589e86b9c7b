package io.teal.operate.plan;

import io.teal.operate.RefusedException;
import io.teal.operate.account.Connection;
import io.teal.operate.account.Service;
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
     * @param services the forecast of each service of Teal in the new template
     */
    public record Outlook(String stack, Optional<StackState> state, List<Forecast> services) {
        /** Copies the list. */
        public Outlook {
            services = List.copyOf(services);
        }

        /** Whether CloudFormation refuses a deploy because another operation is in progress. */
        boolean busy() {
            return state.filter(now -> now.direction() != Direction.IDLE).isPresent();
        }

        /** Whether the deploy would be accepted. */
        public boolean accepted() {
            return !busy() && services.stream().allMatch(Forecast::accepted);
        }
    }

    /**
     * What a deploy of {@code template} would do to the stack called {@code name}.
     *
     * @throws RefusedException if the template has no service of Teal, or cannot be read
     * @throws io.teal.release.port.AwsException if something cannot be read
     */
    public Outlook read(String name, TemplateText template) {
        template.requireColors();
        Optional<Stack> deployed = Stack.find(connection.account(), connection.reads(), name);
        List<Forecast> services = deployed.map(stack -> onto(stack, template))
                .orElseGet(() -> Stack.undeployed(name, template).stream()
                        .map(Forecaster::first)
                        .toList());
        return new Outlook(name, deployed.map(Stack::state), services);
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
