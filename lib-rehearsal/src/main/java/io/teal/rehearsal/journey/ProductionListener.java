package io.teal.rehearsal.journey;

import io.teal.rehearsal.BadInputException;
import io.teal.rehearsal.aws.cloudformation.StackModel;
import io.teal.rehearsal.aws.elb.ActionModel;
import io.teal.rehearsal.aws.elb.ListenerModel;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the listener that takes production traffic. */
public final class ProductionListener {
    private ProductionListener() {}

    /**
     * The listener that {@code name} names by its port or the beginning of its logical id. Without a name, the one that
     * forwards to the most target groups, and of those that forward to one the lowest port.
     *
     * @throws BadInputException if none or several fit
     */
    public static ListenerModel of(StackModel model, Optional<String> name) {
        List<ListenerModel> forwarding = model.listeners().values().stream()
                .filter(listener -> listener.action() instanceof ActionModel.Forward)
                .toList();
        if (forwarding.isEmpty()) {
            throw new BadInputException(
                    model.template().name() + " has no listener that forwards to a target group",
                    "rehearse a template with an Application Load Balancer and its listener");
        }
        List<ListenerModel> fitting = name.map(text -> named(forwarding, text)).orElseGet(() -> likely(forwarding));
        if (fitting.size() != 1) {
            throw unclear(name, fitting.isEmpty() ? forwarding : fitting);
        }
        return fitting.get(0);
    }

    private static List<ListenerModel> named(List<ListenerModel> forwarding, String name) {
        return forwarding.stream()
                .filter(one -> one.id().startsWith(name)
                        || Integer.toString(one.port()).equals(name))
                .toList();
    }

    private static List<ListenerModel> likely(List<ListenerModel> forwarding) {
        int most =
                forwarding.stream().mapToInt(ProductionListener::groups).max().orElseThrow();
        List<ListenerModel> widest =
                forwarding.stream().filter(one -> groups(one) == most).toList();
        int lowest = widest.stream().mapToInt(ListenerModel::port).min().orElseThrow();
        return most > 1
                ? widest
                : widest.stream().filter(one -> one.port() == lowest).toList();
    }

    private static int groups(ListenerModel listener) {
        return listener.action().weights().size();
    }

    private static BadInputException unclear(Optional<String> name, List<ListenerModel> choice) {
        String allowed = choice.stream()
                .map(listener -> listener.id() + " (port " + listener.port() + ")")
                .collect(Collectors.joining(", "));
        return new BadInputException(
                name.map(text -> "--listener must name one of " + allowed + ", got " + text)
                        .orElse("several listeners could take the load: " + allowed),
                "say which: --listener " + choice.get(0).id());
    }
}
