package io.teal.rehearsal.run;

import io.teal.rehearsal.Timers;
import io.teal.rehearsal.aws.autoscaling.LocalAutoScaling;
import io.teal.rehearsal.aws.cloudformation.StackStandIn;
import io.teal.rehearsal.aws.elb.Balancer;
import io.teal.rehearsal.aws.elb.RuleModel;
import io.teal.rehearsal.journey.Incident;
import io.teal.rehearsal.journey.Leg;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs incidents against the stand-ins. */
final class Incidents implements Incident.AffectedService {
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Duration ALARM_STATE = Duration.ofMinutes(1);

    private final Balancer balancer;
    private final LocalAutoScaling fleets;
    private final StackStandIn stack;
    private final Timers timers;
    private final String production;

    Incidents(Balancer balancer, LocalAutoScaling fleets, StackStandIn stack, Timers timers, String production) {
        this.balancer = balancer;
        this.fleets = fleets;
        this.stack = stack;
        this.timers = timers;
        this.production = production;
    }

    /** Waits for the moment of {@code disturbed}, then runs its incident, unless the deploy is {@code over}. */
    void startWaiting(Leg.DisturbedDeploy disturbed, BooleanSupplier over) {
        BooleanSupplier reached = moment(disturbed.moment());
        timers.until(() -> over.getAsBoolean() || reached.getAsBoolean(), LOOK)
                .thenCompose(now -> timers.after(disturbed.after()))
                .thenRun(() -> {
                    if (!over.getAsBoolean()) {
                        disturbed.incident().happenTo(this);
                    }
                });
    }

    private BooleanSupplier moment(Leg.Moment moment) {
        List<Map<String, Integer>> weights = weights();
        int fleetsBefore = fleets.all().size();
        return switch (moment) {
            case BEGINS -> () -> true;
            case FLEET_APPEARS -> () -> fleets.all().size() > fleetsBefore;
            case TRAFFIC_MOVES -> () -> !weights().equals(weights);
        };
    }

    /** Of the listener that takes production, and of each of its rules. */
    private List<Map<String, Integer>> weights() {
        return actions().map(balancer::weights).toList();
    }

    private Stream<String> actions() {
        return Stream.concat(
                Stream.of(production), balancer.rules(production).stream().map(RuleModel::id));
    }

    @Override
    public void giveAllWeight(String color) {
        Stream.concat(actions(), otherPorts())
                .distinct()
                .filter(id -> balancer.weights(id).size() > 1)
                .forEach(id -> balancer.write(id, all(color, id)));
    }

    /** Listeners and rules that divide traffic between the same fleets as the one that takes the load. */
    private Stream<String> otherPorts() {
        Set<String> taken =
                actions().flatMap(id -> balancer.weights(id).keySet().stream()).collect(Collectors.toSet());
        Set<String> same = fleets.all().stream()
                .map(fleet -> fleet.model().groups())
                .filter(groups -> groups.stream().anyMatch(taken::contains))
                .flatMap(Collection::stream)
                .collect(Collectors.toSet());
        return balancer.listeners().stream()
                .flatMap(one -> Stream.concat(
                        Stream.of(one), balancer.rules(one).stream().map(RuleModel::id)))
                .filter(id -> same.containsAll(balancer.weights(id).keySet()));
    }

    @Override
    public void resize(String color, int desired) {
        fleets.called(color).forEach(fleet -> fleet.resize(desired));
    }

    @Override
    public void loseHosts(String color, int count) {
        fleets.lose(color, count);
    }

    @Override
    public void loseZone(int zone) {
        fleets.loseZone(zone);
    }

    @Override
    public void forceAlarms(String named, List<String> states) {
        if (!states.isEmpty()) {
            stack.forceAlarms(named, states.get(0));
            timers.after(ALARM_STATE).thenRun(() -> forceAlarms(named, states.subList(1, states.size())));
        }
    }

    private Map<String, Integer> all(String color, String id) {
        Set<String> groups = fleets.called(color).stream()
                .flatMap(fleet -> fleet.model().groups().stream())
                .collect(Collectors.toSet());
        return balancer.weights(id).keySet().stream()
                .collect(Collectors.toMap(Function.identity(), group -> groups.contains(group) ? 100 : 0));
    }
}
