package io.teal.runtime.execution;

import io.teal.release.Color;
import io.teal.release.cutover.CutoverProperties;
import io.teal.release.observation.Weights;
import io.teal.release.port.Aws;
import io.teal.release.port.AwsException;
import io.teal.release.port.ListenerRule;
import io.teal.release.port.Reads;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * The production action: the one that forwards to both colours; of a service of several ports, one for each
 * ({@link PortAction}). Elastic Load Balancing writes one at a time, so for a moment they may differ: {@link Weights}
 * then says what each has, and a write repeats those only that are not as they are to be.
 */
public final class ProductionAction {
    private final Aws aws;
    private final CutoverProperties properties;
    private final Reads reads;
    private final List<PortAction> ports;

    /** The production action of the service that {@code properties} describe. */
    public ProductionAction(Aws aws, CutoverProperties properties) {
        this(aws, properties, Reads.IN_TURN);
    }

    /** The same; {@code reads} says how listeners are looked through. */
    ProductionAction(Aws aws, CutoverProperties properties, Reads reads) {
        this.aws = aws;
        this.properties = properties;
        this.reads = reads;
        this.ports = IntStream.range(0, properties.of(Color.BLUE).targetGroups().size())
                .mapToObj(port -> new PortAction(properties, port))
                .toList();
    }

    /**
     * The rules that have it, one for each port; none if there are none yet.
     *
     * @throws AwsException if they cannot be read, several rules forward to both of a port, or only some ports have one
     */
    public List<ListenerRule> rules() {
        return rules(TickMemory.nothing(Instant.EPOCH));
    }

    /** The same, from the listeners that had them before; from every listener if those have them no more. */
    List<ListenerRule> rules(TickMemory memory) {
        List<ListenerRule> known = begun(memory.listeners()).values().stream()
                .flatMap(answer -> answer.get().stream())
                .toList();
        List<List<ListenerRule>> found = found(known);
        boolean all = found.stream().noneMatch(List::isEmpty);
        return only(all ? found : scan(memory));
    }

    /** Reads every listener; if AWS refuses in the middle, the next try does not ask again those that have none. */
    private List<List<ListenerRule>> scan(TickMemory memory) {
        Map<String, List<ListenerRule>> read = new LinkedHashMap<>();
        begun(memory.unscanned(() -> aws.describeListeners(properties.loadBalancer())))
                .forEach((listener, answer) -> {
                    List<ListenerRule> rules = answer.get();
                    if (rules.isEmpty()) {
                        memory.scanned(listener);
                    } else {
                        read.put(listener, rules);
                    }
                });
        List<List<ListenerRule>> found =
                found(read.values().stream().flatMap(List::stream).toList());
        memory.scanEnded(read.entrySet().stream()
                .filter(one -> found.stream().flatMap(List::stream).anyMatch(one.getValue()::contains))
                .map(Map.Entry::getKey)
                .toList());
        return found;
    }

    /** The reads of {@code listeners}, sent together if that is allowed. */
    private Map<String, Supplier<List<ListenerRule>>> begun(List<String> listeners) {
        Map<String, Supplier<List<ListenerRule>>> begun = new LinkedHashMap<>();
        listeners.forEach(listener -> begun.put(listener, reads.begin(() -> rules(listener))));
        return begun;
    }

    private List<ListenerRule> rules(String listener) {
        List<ListenerRule> all = aws.describeRules(listener);
        return found(all).stream().flatMap(List::stream).distinct().toList();
    }

    /** Those that have the action of each port. */
    private List<List<ListenerRule>> found(List<ListenerRule> rules) {
        return ports.stream().map(port -> port.among(rules)).toList();
    }

    private List<ListenerRule> only(List<List<ListenerRule>> found) {
        if (found.stream().allMatch(List::isEmpty)) {
            return List.of();
        }
        List<ListenerRule> rules = new ArrayList<>();
        for (int port = 0; port < found.size(); port++) {
            List<ListenerRule> one = found.get(port);
            if (one.size() > 1) {
                throw new AwsException(
                        "Ambiguous",
                        one.size() + " rules of " + properties.loadBalancer() + " forward to both colours, and only one"
                                + " may: " + one.stream().map(ListenerRule::arn).toList(),
                        null);
            }
            rules.add(one.stream().findFirst().orElseThrow(missing(port)));
        }
        return rules;
    }

    private Supplier<AwsException> missing(int port) {
        return () -> new AwsException(
                "NotThere",
                "no rule of " + properties.loadBalancer() + " forwards to both target groups of port " + (port + 1)
                        + " of the service: "
                        + properties.of(Color.BLUE).targetGroups().get(port) + " and "
                        + properties.of(Color.GREEN).targetGroups().get(port),
                null);
    }

    /** The weights in {@code rules}, those of each port; empty if there are none. */
    public Optional<Weights> weights(List<ListenerRule> rules) {
        return rules.isEmpty() ? Optional.empty() : Optional.of(Weights.of(each(rules)));
    }

    private List<Weights> each(List<ListenerRule> rules) {
        return IntStream.range(0, rules.size())
                .mapToObj(port -> ports.get(port).weights(rules.get(port)))
                .toList();
    }

    /** The colours without weight that any of {@code rules} keeps clients on. */
    Set<Color> held(List<ListenerRule> rules) {
        Set<Color> held = EnumSet.noneOf(Color.class);
        IntStream.range(0, rules.size())
                .mapToObj(port -> ports.get(port).held(rules.get(port)))
                .forEach((Collection<Color> colors) -> held.addAll(colors));
        return held;
    }

    /**
     * Writes {@code weights} into {@code rules}, one after the other: those that have other weights, or, if none has,
     * those that keep clients on a colour without weight.
     *
     * @throws AwsException if one of the writes fails; those after it are not sent
     */
    void write(List<ListenerRule> rules, Weights weights) {
        boolean same = weights(rules).equals(Optional.of(weights));
        for (int port = 0; port < rules.size(); port++) {
            PortAction action = ports.get(port);
            ListenerRule rule = rules.get(port);
            Weights wanted = weights.place(port);
            if (same || !action.weights(rule).equals(wanted)) {
                aws.modifyActions(action.with(rule, wanted));
            }
        }
    }
}
