package io.teal.rehearsal.run;

import io.teal.rehearsal.Remark;
import io.teal.rehearsal.Timers;
import io.teal.rehearsal.aws.autoscaling.FleetModel;
import io.teal.rehearsal.aws.autoscaling.LocalAutoScaling;
import io.teal.rehearsal.aws.elb.Balancer;
import io.teal.rehearsal.aws.elb.ClientConnection;
import io.teal.rehearsal.aws.elb.ConditionModel;
import io.teal.rehearsal.aws.elb.RuleModel;
import io.teal.rehearsal.journey.RuleExample;
import io.teal.rehearsal.load.PreviewRequest;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * A client that asks twice a minute by the header of each rule of the production listener that has one, while a host of
 * the rule's target groups is healthy. It is no part of the load: nothing that it is not answered is lost.
 */
final class PreviewClient {
    /** Fewer requests than any alarm or step counts as evidence. */
    private static final Duration INTERVAL = Duration.ofSeconds(30);

    private final Map<String, Map<String, Integer>> answers = new TreeMap<>();
    private final Timers timers;
    private final Balancer balancer;
    private final LocalAutoScaling fleets;
    private final String listener;
    private final Supplier<ClientConnection> open;
    private int number;
    private boolean closed;

    /** Asks {@code listener} from now on, each time on a connection that {@code open} opens. */
    PreviewClient(World world, LocalAutoScaling fleets, String listener, Supplier<ClientConnection> open) {
        this.timers = world.timers();
        this.balancer = world.balancer();
        this.fleets = fleets;
        this.listener = listener;
        this.open = open;
        askAll();
    }

    /** Whether {@code rule} is for requests with a header, other than that of every request of the load. */
    static boolean isFor(RuleModel rule) {
        return header(rule).isPresent() && !rule.action().weights().isEmpty();
    }

    private static Optional<ConditionModel> header(RuleModel rule) {
        return rule.conditions().stream()
                .filter(condition -> condition.part() == ConditionModel.Part.HEADER)
                .filter(condition -> !PreviewRequest.loadHas(condition.header()))
                .findFirst();
    }

    /** Asks no more. */
    void close() {
        closed = true;
    }

    /** What was answered, a line for each rule. */
    List<Remark> remarks() {
        return answers.entrySet().stream()
                .map(rule -> Remark.preview("requests by the header of " + rule.getKey() + ": "
                        + String.join(
                                ", ",
                                rule.getValue().entrySet().stream()
                                        .map(answer -> answer.getValue() + " answered by " + answer.getKey())
                                        .toList())))
                .toList();
    }

    private void askAll() {
        if (!closed) {
            balancer.rules(listener).stream()
                    .filter(PreviewClient::isFor)
                    .filter(this::hasHosts)
                    .forEach(this::ask);
            timers.after(INTERVAL).thenRun(this::askAll);
        }
    }

    private boolean hasHosts(RuleModel rule) {
        return fleets.all().stream().anyMatch(fleet -> isOf(fleet.model(), rule) && fleet.healthy() > 0);
    }

    private static boolean isOf(FleetModel fleet, RuleModel rule) {
        return !Collections.disjoint(fleet.groups(), rule.action().weights().keySet());
    }

    private void ask(RuleModel rule) {
        ConditionModel condition = header(rule).orElseThrow();
        String value = condition.patterns().get(0).value().replace("*", "").replace("?", "a");
        new PreviewRequest(RuleExample.url(rule), condition.header(), value)
                .send(open.get(), number++)
                .thenAccept(answer -> answers.computeIfAbsent(rule.id(), any -> new TreeMap<>())
                        .merge(by(rule, answer), 1, Integer::sum));
    }

    private String by(RuleModel rule, PreviewRequest.Answered answer) {
        String code = answer.status().equals("200") ? "" : " with " + answer.status();
        return answer.host()
                .flatMap(fleets::launched)
                .map(fleet -> (isOf(fleet, rule) ? "" : "a host of another target group, ") + fleet.label() + " "
                        + fleet.release().version() + code)
                .orElse(answer.status().isEmpty() ? "nobody" : "the load balancer" + code);
    }
}
