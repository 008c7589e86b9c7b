package io.teal.rehearsal.journey;

import io.teal.rehearsal.BadInputException;
import io.teal.rehearsal.model.ActionModel;
import io.teal.rehearsal.model.ListenerModel;
import io.teal.rehearsal.model.StackModel;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Finds the listener that takes production traffic. */
public final class Production {
    private Production() {}

    /**
     * The listener on {@code port}; without a port, the one that forwards to the most target groups, then the lowest
     * port.
     */
    public static ListenerModel of(StackModel model, OptionalInt port) {
        List<ListenerModel> forwarding = model.listeners().values().stream()
                .filter(listener -> listener.action() instanceof ActionModel.Forward)
                .sorted(Comparator.comparing((ListenerModel listener) ->
                                -listener.action().weights().size())
                        .thenComparing(ListenerModel::port))
                .toList();
        return forwarding.stream()
                .filter(listener -> port.isEmpty() || listener.port() == port.getAsInt())
                .findFirst()
                .orElseThrow(() -> none(model, forwarding, port));
    }

    private static BadInputException none(StackModel model, List<ListenerModel> forwarding, OptionalInt port) {
        String name = model.template().name();
        if (forwarding.isEmpty()) {
            return new BadInputException(
                    name + " has no listener that forwards to a target group",
                    "rehearse a template with an Application Load Balancer and its listener");
        }
        String ports = forwarding.stream()
                .map(listener -> Integer.toString(listener.port()))
                .collect(Collectors.joining(" or "));
        return new BadInputException(
                "--port must be " + ports + ", got " + port.orElse(0), name + " forwards from no other port");
    }
}
