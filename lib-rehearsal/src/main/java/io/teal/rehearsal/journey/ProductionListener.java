package io.teal.rehearsal.journey;

import io.teal.rehearsal.BadInputException;
import io.teal.rehearsal.aws.cloudformation.StackModel;
import io.teal.rehearsal.aws.elb.ListenerModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the listener that takes production traffic. */
public final class ProductionListener {
    private ProductionListener() {}

    /**
     * The listener that {@code name} names by its port or the beginning of its logical id. Without a name, the one that
     * forwards to the most target groups, itself or by a rule, and of those that forward to one the lowest port.
     *
     * @throws BadInputException if none or several fit
     */
    public static ListenerModel of(StackModel model, Optional<String> name) {
        List<ListenerModel> forwarding = model.listeners().values().stream()
                .filter(listener -> groups(model, listener) > 0)
                .toList();
        List<ListenerModel> serving =
                forwarding.stream().filter(listener -> serves(model, listener)).toList();
        if (name.isPresent() ? forwarding.isEmpty() : serving.isEmpty()) {
            throw new BadInputException(
                    model.template().name()
                            + " has no listener that forwards to a target group in which an Auto Scaling group"
                            + " registers",
                    "give the stack that has the load balancer, too: --templates lb=lb.yaml app=a.yaml app=b.yaml"
                            + " (docs/rehearsal.md, several stacks)");
        }
        List<ListenerModel> fitting = name.map(text -> named(forwarding, text)).orElseGet(() -> likely(model, serving));
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

    private static List<ListenerModel> likely(StackModel model, List<ListenerModel> forwarding) {
        int most = forwarding.stream().mapToInt(one -> groups(model, one)).max().orElseThrow();
        List<ListenerModel> widest =
                forwarding.stream().filter(one -> groups(model, one) == most).toList();
        int lowest = widest.stream().mapToInt(ListenerModel::port).min().orElseThrow();
        return most > 1
                ? widest
                : widest.stream().filter(one -> one.port() == lowest).toList();
    }

    /** The most target groups between which its action, or one of its rules, divides traffic. */
    private static int groups(StackModel model, ListenerModel listener) {
        return model.allWeights(listener.id()).values().stream()
                .mapToInt(Map::size)
                .max()
                .orElse(0);
    }

    /** Whether it, or one of its rules, forwards to a group in which an Auto Scaling group registers. */
    private static boolean serves(StackModel model, ListenerModel listener) {
        Set<String> used = model.fleets().values().stream()
                .flatMap(fleet -> fleet.groups().stream())
                .collect(Collectors.toSet());
        return model.allWeights(listener.id()).values().stream()
                .anyMatch(weights -> weights.keySet().stream().anyMatch(used::contains));
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
